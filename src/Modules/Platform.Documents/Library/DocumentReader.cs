using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Documents.Library;

/// <summary>A document in a list, with the newest version of each of its files.</summary>
internal sealed record ListedDocument(
    int Number,
    DocumentKind Kind,
    LocalizedText Title,
    LocalizedText? Summary,
    DateOnly Date,
    string? Origin,
    DateTime? PublishedAt,
    IReadOnlyList<DocumentFile> Files)
{
    public string Link => Document.LinkOf(Number);
}

/// <param name="Found">How many there are on all pages.</param>
internal sealed record DocumentPage(IReadOnlyList<ListedDocument> Documents, int Found, int Page, int PageSize)
{
    public int Pages => (Found + PageSize - 1) / PageSize;
}

internal sealed class DocumentReader(CommuneContext db)
{
    /// <summary>One page of the documents that are meant, the latest first; three queries, however many there are.</summary>
    public async Task<DocumentPage> ListAsync(DocumentFilter filter, bool unpublished, int page, int pageSize, CancellationToken cancellation)
    {
        var meant = Meant(filter, unpublished);
        var found = await meant.CountAsync(cancellation);
        var documents = await meant
            .OrderByDescending(document => document.Date).ThenByDescending(document => document.Id)
            .Skip((page - 1) * pageSize).Take(pageSize)
            .Select(document => new { document.Id, document.Kind, document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt })
            .ToListAsync(cancellation);
        var numbers = documents.Select(document => document.Id).ToList();
        var files = (await db.Set<DocumentFile>().AsNoTracking()
                .Where(file => numbers.Contains(file.DocumentId) && file.RemovedAt == null)
                .ToListAsync(cancellation))
            .ToLookup(file => file.DocumentId);
        return new(
            [.. documents.Select(document => new ListedDocument(
                document.Id, document.Kind, document.Title, document.Summary, document.Date, document.Origin, document.PublishedAt, Newest(files[document.Id])))],
            found, page, pageSize);
    }

    /// <summary>A document with every version of its files, or null.</summary>
    public Task<Document?> FindAsync(int number, bool unpublished, CancellationToken cancellation) => db.Set<Document>().AsNoTracking()
        .Include(document => document.Files)
        .FirstOrDefaultAsync(document => document.Id == number && (unpublished || document.PublishedAt != null), cancellation);

    /// <summary>A file that may be fetched now, or null: its document is asked on every request.</summary>
    public Task<DocumentFile?> FileAsync(int number, int file, bool unpublished, CancellationToken cancellation) => db.Set<DocumentFile>().AsNoTracking()
        .Where(one => one.Id == file && one.DocumentId == number && one.RemovedAt == null)
        .Where(one => db.Set<Document>().Any(document => document.Id == number && (unpublished || document.PublishedAt != null)))
        .FirstOrDefaultAsync(cancellation);

    /// <summary>Counts in the database itself, where no two readers lose each other's.</summary>
    public Task CountDownloadAsync(DocumentFile file, CancellationToken cancellation) => db.Set<DocumentFile>()
        .Where(one => one.Id == file.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Downloads, one => one.Downloads + 1), cancellation);

    /// <summary>Of each language and variant the highest version, the original first.</summary>
    public static IReadOnlyList<DocumentFile> Newest(IEnumerable<DocumentFile> files) =>
    [
        .. files.Where(file => file.RemovedAt is null)
            .GroupBy(file => (file.Language, file.Variant))
            .Select(versions => versions.MaxBy(file => file.Version)!)
            .OrderBy(file => file.Variant).ThenBy(file => file.Language),
    ];

    private IQueryable<Document> Meant(DocumentFilter filter, bool unpublished)
    {
        var documents = db.Set<Document>().AsNoTracking().Where(document => unpublished || document.PublishedAt != null);
        if (filter.Kind is { } kind)
        {
            documents = documents.Where(document => document.Kind == kind);
        }

        if (filter.Language is { } language)
        {
            documents = documents.Where(document => document.Files.Any(file => file.Language == language && file.RemovedAt == null));
        }

        if (filter.Variant is { } variant)
        {
            documents = documents.Where(document => document.Files.Any(file => file.Variant == variant && file.RemovedAt == null));
        }

        if (filter.Published is { } published)
        {
            documents = documents.Where(document => (document.PublishedAt != null) == published);
        }

        foreach (var word in filter.Words)
        {
            documents = documents.Where(document => document.Folded.Contains(word));
        }

        return documents;
    }
}
