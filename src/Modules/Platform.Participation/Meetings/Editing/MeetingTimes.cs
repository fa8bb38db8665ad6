using Platform.Kernel.Time;
using Platform.Participation.Consultations.Editing;

namespace Platform.Participation.Meetings.Editing;

/// <summary>When a meeting takes place, as a form asks it on Morocco's clock: a day and two hours; another last day only where it takes several.</summary>
internal sealed class MeetingTimes
{
    public DateOnly? On { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    public DateOnly? LastOn { get; set; }

    public bool IsEmpty => (On, From, Until, LastOn) is (null, null, null, null);

    public DateTime? StartsAt => ConsultationInput.InstantOf(On, From);

    public DateTime? EndsAt => ConsultationInput.InstantOf(LastOn ?? On, Until);

    public static MeetingTimes Of(Meeting meeting)
    {
        if (meeting.StartsAt is not { } starts || meeting.EndsAt is not { } ends)
        {
            return new();
        }

        var (from, until) = (MoroccoTime.FromUtc(starts), MoroccoTime.FromUtc(ends));
        return new()
        {
            On = DateOnly.FromDateTime(from),
            From = TimeOnly.FromDateTime(from),
            Until = TimeOnly.FromDateTime(until),
            LastOn = from.Date == until.Date ? null : DateOnly.FromDateTime(until),
        };
    }

    /// <summary>What is wrong with it: the field, and the key of the text that says so.</summary>
    public IEnumerable<(string Field, string Problem)> Problems()
    {
        if (On is null)
        {
            yield return (nameof(On), "ValidationRequired");
        }

        if (From is null)
        {
            yield return (nameof(From), "ValidationRequired");
        }

        if (Until is null)
        {
            yield return (nameof(Until), "ValidationRequired");
        }

        if (On is not null && From is not null && StartsAt is null)
        {
            yield return (nameof(On), "NoSuchDay");
        }
        else if (On is not null && Until is not null && EndsAt is null)
        {
            yield return (nameof(LastOn), "NoSuchDay");
        }
        else if (EndsAt <= StartsAt)
        {
            yield return (LastOn is null ? nameof(Until) : nameof(LastOn), "EndsBeforeBeginning");
        }
    }
}
