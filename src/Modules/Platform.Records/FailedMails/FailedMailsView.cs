using Platform.Data.Auditing;

namespace Platform.Records.FailedMails;

/// <summary>What the list shows, on a commune's site as on the national one.</summary>
/// <param name="Discarding">The mail whose reason was refused, with what was typed.</param>
internal sealed record FailedMailsView(FailedMailPage Page, int Number, (long Id, string Reason, string Wrong)? Discarding)
{
    public const int LongestReason = AuditEntry.ReasonLength;

    /// <returns>The key of the text that says what is wrong with a reason, or none.</returns>
    public static string? WrongWith(string reason) => reason.Length switch
    {
        0 => "ReasonMissing",
        > LongestReason => "ReasonTooLong",
        _ => null,
    };
}
