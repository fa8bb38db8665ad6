using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Communes.Mirrors;

/// <summary>Reads what was copied from portals, and names the pages that show it.</summary>
internal sealed class PortalFigures(CommuneContext db, CurrentCommune commune) : ISitemapSource
{
    /// <summary>The latest period first; of those that end on one day the longest.</summary>
    public async Task<IReadOnlyList<PortalFigure>> OfAsync(Feature feature, CancellationToken cancellation) =>
        [.. (await db.Set<PortalFigure>().AsNoTracking().Where(figure => figure.Feature == feature).ToListAsync(cancellation))
            .OrderByDescending(figure => figure.Period.End).ThenBy(figure => figure.Period.Start)];

    public Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SitemapPage>>([.. Mirror.Of(commune.Value).Select(mirror => new SitemapPage(mirror.Link))]);
}
