namespace Platform.Records.FailedMails;

/// <summary>Names the texts of the mails that did not arrive.</summary>
internal sealed class FailedMailsTexts;
