using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Participation.Consultations;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>All processes of the commune, those that the public does not see yet included.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessListModel(CommuneContext db, TimeProvider time) : WorkspacePage
{
    public IReadOnlyList<Process> Processes { get; private set; } = [];

    public ILookup<int, Consultation> Consultations { get; private set; } = Enumerable.Empty<Consultation>().ToLookup(consultation => consultation.ProcessId);

    public DateTime Now { get; } = time.UtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Processes = await db.Set<Process>().AsNoTracking()
            .OrderBy(process => process.ClosedAt == null ? 0 : 1).ThenByDescending(process => process.Id).ToListAsync(cancellation);
        Consultations = (await db.Set<Consultation>().AsNoTracking().OrderBy(consultation => consultation.OpensAt).ToListAsync(cancellation))
            .ToLookup(consultation => consultation.ProcessId);
    }
}
