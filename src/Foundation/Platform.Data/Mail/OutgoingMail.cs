namespace Platform.Data.Mail;

/// <summary>
/// A mail as it waits in the outbox, written out in the receiver's language. It is emptied once it is delivered: what a mail said, and a link that it
/// held, is nobody's business afterwards.
/// </summary>
/// <param name="Id">The same at every attempt, so that a mail that comes twice after a crash can be known for one.</param>
/// <param name="Language">Tag of the language that it is written in.</param>
/// <param name="Sender">Whose mail it is, as readers see it: the commune's name.</param>
/// <param name="StopAt">Where mails of this kind are ended with one click (RFC 8058); none for a mail that comes once.</param>
public sealed record OutgoingMail(string Id, string To, string Language, string Sender, string Subject, string Text, string Html, string? StopAt = null)
{
    public const string Kind = "mail";
}
