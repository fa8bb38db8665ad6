using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Kernel.Communes;

namespace Platform.Participation.Processes;

/// <summary>An event of a calendar: days, the last one included, or an instant in UTC.</summary>
/// <param name="Id">Unique on the site and stable, so that a calendar that is fetched again changes its event and adds none.</param>
internal sealed record CalendarEvent(string Id, string Title, string? Text, string? Link, DateOnly? From, DateOnly? To, DateTime? At)
{
    /// <summary>Of an instant: when it ends, UTC.</summary>
    public DateTime? Until { get; init; }

    public string? Place { get; init; }

    /// <summary>It does not take place; a calendar that has it strikes it out.</summary>
    public bool IsCancelled { get; init; }

    public static CalendarEvent OfDays(string id, string title, string? text, string? link, DateOnly from, DateOnly? to) => new(id, title, text, link, from, to, null);

    public static CalendarEvent OfInstant(string id, string title, string? text, string? link, DateTime at) => new(id, title, text, link, null, null, at);
}

/// <summary>Writes iCalendar (RFC 5545): lines of at most 75 bytes that end in CR LF, texts escaped, instants in UTC.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    /// <param name="name">Of the file, without its ending.</param>
    public static ContentHttpResult Result(HttpContext context, string name, string title, Commune commune, IEnumerable<CalendarEvent> events, DateTime now)
    {
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.ics\"";
        return TypedResults.Text(Write(title, new Uri(commune.Address).Host, events, now), "text/calendar; charset=utf-8");
    }

    /// <param name="host">Makes the ids of the events unique in the world.</param>
    public static string Write(string title, string host, IEnumerable<CalendarEvent> events, DateTime now)
    {
        var file = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Musharaka//Participation//AR");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:" + Escaped(title));
        Line("X-WR-TIMEZONE:Africa/Casablanca");
        foreach (var one in events)
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{one.Id}@{host}");
            Line("DTSTAMP:" + Instant(now));
            if (one.At is { } at)
            {
                Line("DTSTART:" + Instant(at));
                if (one.Until is { } until)
                {
                    Line("DTEND:" + Instant(until));
                }
            }
            else if (one.From is { } from)
            {
                // The end of an event of days is the day after its last.
                Line("DTSTART;VALUE=DATE:" + Day(from));
                Line("DTEND;VALUE=DATE:" + Day((one.To ?? from).AddDays(1)));
            }

            Line("SUMMARY:" + Escaped(one.Title));
            if (one.Text is { } text)
            {
                Line("DESCRIPTION:" + Escaped(text));
            }

            if (one.Place is { } place)
            {
                Line("LOCATION:" + Escaped(place));
            }

            if (one.IsCancelled)
            {
                Line("STATUS:CANCELLED");
            }

            if (one.Link is { } link)
            {
                Line("URL:" + link);
            }

            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return file.ToString();

        void Line(string content) => Fold(file, content);
    }

    internal static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>Cut between characters, never within one; a line that goes on begins with a space.</summary>
    private static void Fold(StringBuilder file, string content)
    {
        var room = LongestLine;
        foreach (var rune in content.EnumerateRunes())
        {
            var length = rune.Utf8SequenceLength;
            if (length > room)
            {
                file.Append("\r\n ");
                room = LongestLine - 1;
            }

            file.Append(rune.ToString());
            room -= length;
        }

        file.Append("\r\n");
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
