using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;

namespace Platform.Commitments.Charter;

/// <summary>What the charter tells the home page, the feed and the site map.</summary>
internal sealed class CharterPublishing(CommuneContext db, IStringLocalizer<CharterTexts> texts) : IChangeSource, ISitemapSource
{
    public Feature? Feature => Kernel.Communes.Feature.Charter;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var versions = await db.Set<CharterVersion>().AsNoTracking()
            .Where(version => version.PublishedAt != null)
            .OrderByDescending(version => version.PublishedAt)
            .Take(count)
            .Select(version => new { version.Number, version.Title, version.PublishedAt, version.AdoptedOn })
            .ToListAsync(cancellation);
        // The day in the council where it is known: the day on which it came to be on this site is no news to a citizen.
        return [.. versions.Select(version => new Change(
            $"charter:{version.Number}", version.AdoptedOn is { } day ? MoroccoTime.ToUtc(day) : version.PublishedAt!.Value,
            texts["ChangeAdopted", version.Number], version.Title, $"/charter/versions/{version.Number}"))];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation)
    {
        var versions = await db.Set<CharterVersion>().AsNoTracking().Published()
            .OrderBy(version => version.Number)
            .Select(version => new { version.Number, version.AdoptedOn })
            .ToListAsync(cancellation);
        return versions.Count == 0
            ? []
            :
            [
                new("/charter/signatories"),
                new("/charter/versions"),
                new("/charter/follow-up"),
                .. versions.Select(version => new SitemapPage($"/charter/versions/{version.Number}", version.AdoptedOn)),
            ];
    }
}
