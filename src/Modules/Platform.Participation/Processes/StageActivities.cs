using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Meetings;

namespace Platform.Participation.Processes;

internal enum ActivityKind
{
    Meeting,
    Consultation,

    /// <summary>A consultation that holds questions only.</summary>
    Survey,
}

/// <summary>Something in which people take part in a process: it has times of its own, and stands in each stage that they touch.</summary>
/// <param name="From">Its first day on Morocco's calendar.</param>
/// <param name="To">Its last.</param>
internal sealed record Activity(ActivityKind Kind, LocalizedText Title, string Link, DateOnly From, DateOnly To, ConsultationPhase? Phase, MeetingState? State)
{
    /// <param name="surveys">Numbers of the consultations that hold questions only.</param>
    public static Activity Of(Consultation consultation, IReadOnlySet<int> surveys, DateTime now) => new(
        surveys.Contains(consultation.Id) ? ActivityKind.Survey : ActivityKind.Consultation, consultation.Title, "/consultations/" + consultation.Slug,
        DayOf(consultation.OpensAt), Announcing.ClosingDay(consultation.ClosesAt), consultation.PhaseAt(now), null);

    /// <param name="meeting">Announced, so that its time is decided; with its process.</param>
    public static Activity Of(Meeting meeting, DateTime now) => new(
        ActivityKind.Meeting, meeting.Title, MeetingSubjects.LinkOf(meeting), DayOf(meeting.StartsAt!.Value), Announcing.ClosingDay(meeting.EndsAt!.Value), null, meeting.StateAt(now));

    /// <summary>Whether it runs, for a time at least, in a stage. Nothing runs in one whose days are not decided.</summary>
    public bool RunsIn(ProcessStage stage) => (stage.From ?? stage.To) is { } first && From <= (stage.To ?? DateOnly.MaxValue) && To >= first;

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(MoroccoTime.FromUtc(utc));
}
