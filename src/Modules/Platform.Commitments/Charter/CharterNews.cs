using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>News of the charter: each version that came to be on the site.</summary>
internal sealed class CharterNews(CommuneContext db) : INewsSource
{
    /// <summary>The charter, whichever version is in force.</summary>
    public const string Key = "charter:text";

    public string Kind => "charter";

    public Feature Feature => Feature.Charter;

    public async Task<IReadOnlyList<NewsSubject>> SubjectsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        keys.Contains(Key) && await db.Set<CharterVersion>().AnyAsync(version => version.PublishedAt != null, cancellation)
            ? [new(Key, BothLanguages.Of(typeof(CharterTexts), "Charter"), "/charter")]
            : [];

    public async Task<IReadOnlyList<NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation)
    {
        if (!keys.Contains(Key))
        {
            return [];
        }

        var versions = await db.Set<CharterVersion>().AsNoTracking()
            .Where(version => version.PublishedAt >= from && version.PublishedAt < until)
            .OrderBy(version => version.Number)
            .Select(version => new { version.Number, version.PublishedAt })
            .ToListAsync(cancellation);
        return
        [
            .. versions.Select(version => new NewsItem(
                string.Create(CultureInfo.InvariantCulture, $"charter:{version.Number}"), Key, version.PublishedAt!.Value,
                BothLanguages.Of(typeof(CharterTexts), "ChangeAdopted", version.Number), string.Create(CultureInfo.InvariantCulture, $"/charter/versions/{version.Number}"))),
        ];
    }
}
