using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The networks that the commune belongs or belonged to. It has them with a programme of its own or without.</summary>
[Workspace(Area.Openness)]
internal sealed class NetworksPageModel(CommuneContext db) : WorkspacePage
{
    public IReadOnlyList<Network> Networks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Networks = await db.Set<Network>().AsNoTracking().OrderBy(network => network.Position).ThenBy(network => network.Id).ToListAsync(cancellation);
}
