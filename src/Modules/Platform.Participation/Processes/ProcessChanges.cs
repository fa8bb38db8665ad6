using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Participation.Processes;

/// <summary>What processes tell the home page, the feed and the site map.</summary>
internal sealed class ProcessChanges(CommuneContext db, CurrentCommune commune, IStringLocalizer<ProcessTexts> texts) : IChangeSource, ISitemapSource
{
    private bool IsOn => commune.Value.Profile.ModeOf(Feature.Consultations) == FeatureMode.Native;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        if (!IsOn)
        {
            return [];
        }

        var published = await db.Set<Process>().AsNoTracking()
            .Where(process => process.PublishedAt != null)
            .OrderByDescending(process => process.PublishedAt)
            .Take(count)
            .ToListAsync(cancellation);
        var closed = await db.Set<Process>().AsNoTracking()
            .Where(process => process.PublishedAt != null && process.ClosedAt != null)
            .OrderByDescending(process => process.ClosedAt)
            .Take(count)
            .ToListAsync(cancellation);
        return
        [
            .. published.Select(process => new Change($"process:{process.Slug}", process.PublishedAt!.Value, texts["ChangePublished"], process.Title, Link(process)))
                .Concat(closed.Select(process => new Change($"process:{process.Slug}:closed", process.ClosedAt!.Value, texts["ChangeClosed"], process.Title, Link(process))))
                .OrderByDescending(change => change.At)
                .Take(count),
        ];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation) => !IsOn
        ? []
        : await db.Set<Process>().AsNoTracking()
            .Where(process => process.PublishedAt != null)
            .OrderBy(process => process.Slug)
            .Select(process => new SitemapPage("/processes/" + process.Slug, null))
            .ToListAsync(cancellation);

    private static string Link(Process process) => "/processes/" + process.Slug;
}
