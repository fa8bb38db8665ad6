namespace Platform.Records.Acts;

/// <summary>Names the texts of the audit trail, and the words for acts that the platform itself does.</summary>
internal sealed class ActsTexts;
