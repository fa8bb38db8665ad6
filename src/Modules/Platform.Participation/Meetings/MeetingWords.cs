using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Participation.Meetings;

/// <summary>How meetings are put for readers, in the language of the request.</summary>
internal static class MeetingWords
{
    public static string Kind(MeetingState state) => state switch
    {
        MeetingState.ToCome => "info",
        MeetingState.Now => "success",
        MeetingState.Cancelled => "danger",
        MeetingState.Draft => "warning",
        _ => "neutral",
    };

    /// <summary>Day and hours on Morocco's clock; of a meeting of several days, when it begins and when it ends.</summary>
    public static string When(DateTime? startsAt, DateTime? endsAt, IStringLocalizer<MeetingTexts> texts)
    {
        if (startsAt is not { } starts || endsAt is not { } ends)
        {
            return texts["WhenToCome"];
        }

        var (from, until) = (MoroccoTime.FromUtc(starts), MoroccoTime.FromUtc(ends));
        return from.Date == until.Date
            ? texts["WhenHours", Formats.Day(starts), Hour(from), Hour(until)]
            : texts["WhenDays", Formats.Instant(starts), Formats.Instant(ends)];
    }

    /// <summary>The next instant at which one of them begins or ends; none where the clock changes nothing any more.</summary>
    public static DateTime? NextChange(this IEnumerable<Meeting> meetings, DateTime now) => meetings
        .Where(meeting => meeting is { AnnouncedAt: not null, CancelledAt: null })
        .SelectMany(meeting => new[] { meeting.StartsAt, meeting.EndsAt })
        .Where(instant => instant > now)
        .Min();

    private static string Hour(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
