using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Contributions;
using Platform.Participation.Decisions;
using Platform.Ui.Workspace;

namespace Platform.Participation.Consultations.Editing;

/// <summary>All consultations of the commune with where each stands.</summary>
[Workspace(Area.Participation)]
internal sealed class ConsultationListModel(CommuneContext db, TimeProvider time) : WorkspacePage
{
    public DateTime Now { get; } = time.UtcNow();

    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    public DateOnly Today { get; } = time.TodayInMorocco();

    /// <summary>Remarks that still have no answer, by consultation.</summary>
    public IReadOnlyDictionary<int, int> Unanswered { get; private set; } = new Dictionary<int, int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Consultations = await db.Set<Consultation>().AsNoTracking().Include(consultation => consultation.Process)
            .OrderByDescending(consultation => consultation.ClosesAt).ThenByDescending(consultation => consultation.Id).ToListAsync(cancellation);
        Unanswered = await db.Set<Remark>().AsNoTracking().WithoutAnswer().GroupBy(remark => remark.ConsultationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
    }
}
