using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Participation.Meetings;
using Platform.Participation.Processes;
using Platform.Ui.Sites;

namespace Platform.Participation.Consultations;

/// <summary>Where people can take part now, soon, and could before.</summary>
[Feature(Feature.Consultations)]
internal sealed class IndexModel(ConsultationReader consultations, MeetingReader meetings, ProcessReader processes, TimeProvider time) : CommunePage
{
    public DateTime Now { get; } = time.UtcNow();

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    /// <summary>Numbers of those that hold questions only.</summary>
    public IReadOnlySet<int> Surveys { get; private set; } = new HashSet<int>();

    /// <summary>What people can go to, the next first.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private set; } = [];

    public IReadOnlyList<Process> Processes { get; private set; } = [];

    /// <summary>The consultations in a phase: of those that are open the one that closes first comes first, of those to come the one that opens first.</summary>
    public IReadOnlyList<Consultation> In(ConsultationPhase phase)
    {
        var all = Consultations.Where(consultation => consultation.PhaseAt(Now) == phase);
        return phase switch
        {
            ConsultationPhase.Open => [.. all.OrderBy(consultation => consultation.ClosesAt)],
            ConsultationPhase.Announced => [.. all.OrderBy(consultation => consultation.OpensAt)],
            _ => [.. all],
        };
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Consultations = await consultations.AllAsync(cancellation);
        Surveys = await consultations.SurveysAmongAsync(Consultations, cancellation);
        Meetings = await meetings.AheadAsync(Now, cancellation);
        Processes = await processes.AllAsync(cancellation);
        HttpContext.ChangesAt(Consultations.NextChange(Now));
        HttpContext.ChangesAt(Meetings.NextChange(Now));
    }
}
