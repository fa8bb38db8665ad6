using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>What the programme tells the home page, the feed and the site map.</summary>
internal sealed class OpennessPublishing(CommuneContext db, OpennessReader programmes, IStringLocalizer<OpennessTexts> texts) : IChangeSource, ISitemapSource
{
    public Feature? Feature => Kernel.Communes.Feature.Openness;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var published = await db.Set<Programme>().AsNoTracking()
            .Where(programme => programme.PublishedAt != null)
            .OrderByDescending(programme => programme.PublishedAt)
            .Take(count)
            .Select(programme => new { programme.Id, programme.Title, programme.PublishedAt })
            .ToListAsync(cancellation);
        return [.. published.Select(programme => new Change(
            $"openness:{programme.Id}", programme.PublishedAt!.Value, texts["ChangePublished"], programme.Title, "/openness"))];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) =>
        [.. (await programmes.ProjectsAsync(cancellation)).Select(project => new SitemapPage($"/openness/projects/{project.Number}"))];
}
