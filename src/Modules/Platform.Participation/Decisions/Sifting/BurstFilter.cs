using System.Globalization;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Time;
using Platform.Participation.Contributions;

namespace Platform.Participation.Decisions.Sifting;

/// <summary>
/// What tells a burst of junk from remarks, as the desk's address carries it: <c>?same=…</c> the same words, <c>near=…</c> from the same address on the same day,
/// <c>links=1</c>, <c>since=2026-11-22T17:50&amp;until=2026-11-22T18:00</c> on Morocco's clock.
/// </summary>
internal sealed record BurstFilter
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm";

    public string? Same { get; private init; }

    public string? Near { get; private init; }

    public bool Links { get; private init; }

    /// <summary>On Morocco's clock.</summary>
    public DateTime? Since { get; private init; }

    /// <summary>On Morocco's clock; what came in this minute is meant too.</summary>
    public DateTime? Until { get; private init; }

    /// <returns>False where a value is malformed.</returns>
    public static bool TryRead(IQueryCollection query, out BurstFilter filter)
    {
        filter = new();
        var (same, near, links, since, until) = (One("same"), One("near"), One("links"), One("since"), One("until"));
        if ((same is not null && !IsDigest(same)) || (near is not null && !IsDigest(near)) || links is not (null or "1")
            || !TryTime(since, out var from) || !TryTime(until, out var to))
        {
            return false;
        }

        filter = new() { Same = same, Near = near, Links = links is not null, Since = from, Until = to };
        return true;

        string? One(string key) => query.TryGetValue(key, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;
    }

    public IQueryable<Remark> Apply(IQueryable<Remark> remarks)
    {
        if (Same is { } same)
        {
            remarks = remarks.Where(remark => remark.Wording == same);
        }

        if (Near is { } near)
        {
            remarks = remarks.Where(remark => remark.Contribution.Origin == near);
        }

        if (Links)
        {
            remarks = remarks.Where(remark => remark.HasLink);
        }

        if (Since is { } shownFrom)
        {
            var from = MoroccoTime.ToUtc(shownFrom);
            remarks = remarks.Where(remark => remark.ReceivedAt >= from);
        }

        if (Until is { } shownTo)
        {
            var to = MoroccoTime.ToUtc(shownTo.AddMinutes(1));
            remarks = remarks.Where(remark => remark.ReceivedAt < to);
        }

        return remarks;
    }

    /// <summary>As a field of a form takes it.</summary>
    public static string? Shown(DateTime? time) => time?.ToString(Minute, CultureInfo.InvariantCulture);

    private static bool IsDigest(string text) => text.Length == Origins.Length && text.All(char.IsAsciiHexDigitLower);

    private static bool TryTime(string? text, out DateTime? time)
    {
        time = text is not null && DateTime.TryParseExact(text, Minute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year is > 2000 and < 2200 ? read : null;
        return text is null || time is not null;
    }
}
