using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>The pages of the activities, for the site map.</summary>
internal sealed class PlanPages(CommuneContext db, TimeProvider time) : ISitemapSource
{
    public Feature? Feature => Kernel.Communes.Feature.ActionPlan;

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation)
    {
        var axes = await db.ReadAxesAsync(time.TodayInMorocco(), cancellation);
        return [.. axes.SelectMany(axis => axis.Activities).Select(activity => new SitemapPage(activity.Link, activity.Since))];
    }
}
