using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>What was done to make the charter known, to be recorded.</summary>
[Workspace(Area.Charter)]
internal sealed class CommunicationDeskModel(CommuneContext db) : WorkspacePage
{
    public IReadOnlyList<CommunicationAction> Actions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Actions = await db.Set<CommunicationAction>().AsNoTracking().Where(action => action.RemovedAt == null)
            .OrderByDescending(action => action.DoneOn).ThenByDescending(action => action.Id).Take(FollowUpReader.Most).ToListAsync(cancellation);
}
