using System.Globalization;
using Microsoft.AspNetCore.Http;
using Platform.Data.Auditing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Records.Acts;

/// <summary>What is looked for in the trail, as it stands in the address. What cannot be understood is kept as it was typed and named in <see cref="Wrong"/>.</summary>
internal sealed record ActsQuery
{
    public const int LongestSearch = 100;

    public string Search { get; private init; } = "";

    public string Who { get; private init; } = "";

    public string Verb { get; private init; } = "";

    public string Subject { get; private init; } = "";

    /// <summary>As typed.</summary>
    public string From { get; private init; } = "";

    public string To { get; private init; } = "";

    public int Page { get; private init; } = 1;

    /// <summary>Keys of texts that say what is wrong, by the field that it is in.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private init; } = new Dictionary<string, string>();

    public bool IsEmpty => (Search + Who + Verb + Subject + From + To).Length == 0;

    public static ActsQuery Read(IQueryCollection query)
    {
        var wrong = new Dictionary<string, string>();
        var (from, to) = (Short("from", 40), Short("to", 40));
        if (from.Length > 0 && DayOf(from) is null)
        {
            wrong["from"] = "WrongDate";
        }

        if (to.Length > 0 && DayOf(to) is null)
        {
            wrong["to"] = "WrongDate";
        }

        if (DayOf(from) is { } first && DayOf(to) is { } last && last < first)
        {
            wrong["to"] = "DatesTurned";
        }

        if (query["q"].ToString().Length > LongestSearch)
        {
            wrong["q"] = "SearchTooLong";
        }

        return new()
        {
            Search = Short("q", LongestSearch),
            Who = Short("who", AuditEntry.ShortLength),
            Verb = Short("verb", AuditEntry.ShortLength),
            Subject = Short("subject", AuditEntry.ShortLength),
            From = from,
            To = to,
            Page = PageNumber.TryRead(query, out var page) ? page : 0,
            Wrong = wrong,
        };

        string Short(string key, int length) => query[key].ToString().Trim() is var text && text.Length > length ? text[..length] : text;
    }

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries)
    {
        foreach (var word in Folding.Fold(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            entries = entries.Where(entry => entry.Folded.Contains(word));
        }

        if (Who.Length > 0)
        {
            entries = entries.Where(entry => entry.Actor == Who);
        }

        if (Verb.Length > 0)
        {
            entries = entries.Where(entry => entry.Verb == Verb);
        }

        if (Subject.Length > 0)
        {
            // "charter" is every charter, "charter:1" this one and what is in it.
            var inside = Subject + ":";
            entries = entries.Where(entry => entry.Subject == Subject || entry.Subject.StartsWith(inside));
        }

        if (DayOf(From) is { } from)
        {
            var start = MoroccoTime.ToUtc(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (DayOf(To) is { } to)
        {
            var end = MoroccoTime.ToUtc(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;
}
