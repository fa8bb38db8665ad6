using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Participation.Meetings;
using Platform.Participation.Processes.Editing;
using Platform.Ui.Sites;

namespace Platform.Participation.Processes;

/// <summary>A participatory process: what it is for, what can be influenced, who decides, where it stands.</summary>
[Feature(Feature.Consultations)]
internal sealed class DetailsModel(
    ProcessReader processes, ConsultationReader consultations, MeetingReader meetings, ProcessDesk desk, IDocuments documents, TimeProvider time) : CommunePage
{
    public Process Process { get; private set; } = null!;

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    /// <summary>Numbers of those that hold questions only.</summary>
    public IReadOnlySet<int> Surveys { get; private set; } = new HashSet<int>();

    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    /// <summary>Consultations, surveys and meetings, in the order in which they begin.</summary>
    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    /// <summary>What was held, and how many came to it.</summary>
    public (int Meetings, int People) Held
    {
        get
        {
            var held = Meetings.Where(meeting => meeting.StateAt(Now) is MeetingState.Over or MeetingState.Told).ToList();
            return (held.Count, held.Sum(meeting => meeting.Present ?? 0));
        }
    }

    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    /// <summary>Its first and last day, as far as they are decided.</summary>
    public (DateOnly From, DateOnly To)? Days => Process.Days;

    /// <summary>Of a process that is closed: remarks that were left without an answer, which its closing note explains.</summary>
    public int Unanswered { get; private set; }

    public DateTime Now { get; } = time.UtcNow();

    public DateOnly Today { get; } = time.TodayInMorocco();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await processes.FindAsync(slug, cancellation) is not { } process)
        {
            return NotFound();
        }

        Process = process;
        Consultations = await consultations.OfAsync(process.Id, cancellation);
        Surveys = await consultations.SurveysAmongAsync(Consultations, cancellation);
        Meetings =
        [
            .. (await meetings.OfAsync(process.Id, cancellation))
                .OrderBy(meeting => meeting.StateAt(Now) switch { MeetingState.ToCome or MeetingState.Now => 0, MeetingState.Cancelled => 2, _ => 1 }),
        ];
        Activities =
        [
            .. Consultations.Select(consultation => Activity.Of(consultation, Surveys, Now)).Concat(Meetings.Select(meeting => Activity.Of(meeting, Now)))
                .OrderBy(activity => activity.From).ThenBy(activity => activity.To),
        ];
        var subject = ProcessSubjects.Of(process);
        Documents = [.. (await documents.OfAsync([subject], unpublished: false, cancellation))[subject]];
        Unanswered = process.ClosedAt is null ? 0 : await desk.UnansweredAsync(process, cancellation);
        HttpContext.ChangesAt(Consultations.NextChange(Now));
        HttpContext.ChangesAt(Meetings.NextChange(Now));
        return Page();
    }
}
