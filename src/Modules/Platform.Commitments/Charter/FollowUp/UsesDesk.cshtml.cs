using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>The tracking matrix, to be filled.</summary>
[Workspace(Area.Charter)]
internal sealed class UsesDeskModel(CommuneContext db) : WorkspacePage
{
    public IReadOnlyList<CharterUse> Uses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Uses = await db.Set<CharterUse>().AsNoTracking().Where(use => use.RemovedAt == null)
            .OrderByDescending(use => use.UsedOn).ThenByDescending(use => use.Id).Take(FollowUpReader.Most).ToListAsync(cancellation);
}
