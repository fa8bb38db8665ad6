using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Commitments.Indicators;

/// <summary>The page of every indicator.</summary>
internal sealed class IndicatorSitemap(CommuneContext db) : ISitemapSource
{
    public Feature? Feature => Kernel.Communes.Feature.Indicators;

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation)
    {
        var codes = await db.Set<Indicator>()
            .OrderBy(indicator => indicator.Position).ThenBy(indicator => indicator.Id)
            .Select(indicator => indicator.Code)
            .ToListAsync(cancellation);
        return codes.ConvertAll(code => new SitemapPage("/indicators/" + code));
    }
}
