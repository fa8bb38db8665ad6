using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;

namespace Platform.Documents.Library;

/// <summary>What documents tell the home page, the feed and the site map.</summary>
internal sealed class DocumentsPublishing(CommuneContext db, IStringLocalizer<LibraryTexts> texts) : IChangeSource, ISitemapSource
{
    public Feature? Feature => Kernel.Communes.Feature.Documents;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var published = await db.Set<Document>().AsNoTracking()
            .Where(document => document.PublishedAt != null)
            .OrderByDescending(document => document.PublishedAt)
            .Take(count)
            .Select(document => new { document.Id, document.Kind, document.Title, document.PublishedAt })
            .ToListAsync(cancellation);
        return
        [
            .. published.Select(document => new Change(
                $"document:{document.Id}", document.PublishedAt!.Value, texts["ChangePublished", texts["Kind_" + document.Kind]], document.Title,
                Document.LinkOf(document.Id))),
        ];
    }

    public async Task<IReadOnlyList<SitemapPage>> PagesAsync(CancellationToken cancellation)
    {
        var published = await db.Set<Document>().AsNoTracking()
            .Where(document => document.PublishedAt != null)
            .OrderBy(document => document.Id)
            .Select(document => new { document.Id, document.PublishedAt })
            .ToListAsync(cancellation);
        return
        [
            .. published.Select(document => new SitemapPage(
                Document.LinkOf(document.Id), DateOnly.FromDateTime(MoroccoTime.FromUtc(document.PublishedAt!.Value)))),
        ];
    }
}
