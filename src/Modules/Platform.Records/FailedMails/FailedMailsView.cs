using System.Globalization;
using Microsoft.AspNetCore.Http;
using Platform.Data.Auditing;

namespace Platform.Records.FailedMails;

/// <summary>What the list shows, on a commune's site as on the national one.</summary>
/// <param name="Discarding">The mail whose reason was refused, with what was typed.</param>
internal sealed record FailedMailsView(FailedMailPage Page, int Number, (long Id, string Reason, string Wrong)? Discarding)
{
    public const int LongestReason = AuditEntry.ReasonLength;

    /// <returns>0 where the number is none.</returns>
    public static int NumberOf(IQueryCollection query) => query["p"].ToString() is { Length: > 0 } number
        ? int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > 0 ? known : 0
        : 1;

    /// <returns>The key of the text that says what is wrong with a reason, or none.</returns>
    public static string? WrongWith(string reason) => reason.Length switch
    {
        0 => "ReasonMissing",
        > LongestReason => "ReasonTooLong",
        _ => null,
    };
}
