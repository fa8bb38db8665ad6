using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Communes.Mirrors;

/// <summary>What the commune copied from the national portals that its site mirrors.</summary>
[Workspace(Area.Identity)]
internal sealed class PortalsModel(CommuneContext db) : WorkspacePage
{
    public IEnumerable<Mirror> Mirrors => Mirror.Of(Commune);

    /// <summary>The latest period first.</summary>
    public ILookup<Feature, PortalFigure> Figures { get; private set; } = Array.Empty<PortalFigure>().ToLookup(figure => figure.Feature);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Figures = (await db.Set<PortalFigure>().AsNoTracking().ToListAsync(cancellation))
            .OrderByDescending(figure => figure.Period.End).ThenBy(figure => figure.Period.Start).ToLookup(figure => figure.Feature);
}
