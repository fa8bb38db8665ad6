using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Documents.Reception;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Documents.Library;

/// <summary>What the other rooms know of this one.</summary>
internal sealed class DocumentKeeper(
    CommuneContext db,
    Uploads uploads,
    AuditTrail audit,
    CurrentPerson person,
    IOptions<FilesOptions> options,
    TimeProvider time,
    IStringLocalizer<LibraryTexts> texts) : IDocuments
{
    /// <summary>Files of one form.</summary>
    public const int MostFiles = 20;

    public string Accepted => texts[
        "Accepted", Formats.Bytes(options.Value.Limits.Document), Formats.Bytes(options.Value.Limits.Picture), Formats.Bytes(options.Value.Limits.Audio),
        Formats.Bytes(options.Value.Limits.Video)];

    public async Task<ReceivedFiles> ReceiveAsync(IReadOnlyList<IncomingFile> sent, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var received = new List<ReceivedFile>();
        var problems = new List<string>();
        foreach (var code in codes.Distinct(StringComparer.Ordinal).Take(MostFiles))
        {
            if (await uploads.FindAsync(code, cancellation) is { IsWhole: true } upload)
            {
                received.Add(Received(upload));
            }
            else
            {
                problems.Add(texts["Refused_Forgotten"]);
            }
        }

        if (sent.Count + received.Count > MostFiles)
        {
            problems.Add(texts["TooManyFiles", MostFiles]);
            return new(received, problems);
        }

        foreach (var file in sent)
        {
            try
            {
                await using var content = file.Open();
                received.Add(Received(await uploads.ReceiveAsync(file.Name, content, cancellation)));
            }
            catch (FileRefusedException refused)
            {
                problems.Add(InWords(refused, file.Name));
            }
            catch (StoreUnavailableException)
            {
                problems.Add(texts["StoreDown"]);
                return new(received, problems, StoreDown: true);
            }
        }

        return new(received, problems);
    }

    public async Task KeepAsync(ReceivedFile file, NewDocument about, CancellationToken cancellation)
    {
        var document = Document.Of(about.Kind, about.Title, null, about.Date, null, time.UtcNow(), person.Actor);
        await TakeOverAsync(document, file.Code, FileLanguage.Arabic, FileVariant.Original, null, cancellation);
        document.BelongTo(about.Subject, time.UtcNow());
        if (about.Publish)
        {
            document.Publish(time.UtcNow(), person.Actor);
        }

        db.Add(document);
        audit.Record(
            about.Publish ? "document.kept-and-published" : "document.kept", about.Subject,
            after: new { document.Title, document.Kind, Files = document.Files.Select(one => new { one.Name, one.Digest }) });
    }

    public async Task<bool> AttachAsync(int number, string subject, CancellationToken cancellation)
    {
        if (await db.Set<Document>().Include(document => document.Subjects).FirstOrDefaultAsync(document => document.Id == number, cancellation) is not { } document)
        {
            return false;
        }

        document.BelongTo(subject, time.UtcNow());
        audit.Record("document.attached", $"document:{number}", after: new { subject });
        return true;
    }

    public async Task<bool> DetachAsync(int number, string subject, CancellationToken cancellation)
    {
        if (await db.Set<DocumentSubject>().FirstOrDefaultAsync(known => known.DocumentId == number && known.Subject == subject, cancellation) is not { } attached)
        {
            return false;
        }

        db.Remove(attached);
        audit.Record("document.detached", $"document:{number}", before: new { subject });
        return true;
    }

    public async Task PublishAsync(string subject, CancellationToken cancellation)
    {
        var waiting = await db.Set<Document>()
            .Where(document => document.PublishedAt == null
                && document.Subjects.Any(known => known.Subject == subject)
                && document.Files.Any(file => file.RemovedAt == null))
            .OrderBy(document => document.Id)
            .ToListAsync(cancellation);
        foreach (var document in waiting)
        {
            document.Publish(time.UtcNow(), person.Actor);
            audit.Record("document.published", $"document:{document.Id}", after: new { subject });
        }
    }

    public async Task<IReadOnlyDictionary<int, LocalizedText>> TitlesAsync(IReadOnlyCollection<int> numbers, CancellationToken cancellation) => numbers.Count == 0
        ? new Dictionary<int, LocalizedText>()
        : await db.Set<Document>().AsNoTracking()
            .Where(document => numbers.Contains(document.Id) && document.Files.Any(file => file.RemovedAt == null))
            .Select(document => new { document.Id, document.Title })
            .ToDictionaryAsync(document => document.Id, document => document.Title, cancellation);

    public async Task<ILookup<string, AttachedDocument>> OfAsync(IReadOnlyCollection<string> subjects, bool unpublished, CancellationToken cancellation)
    {
        var found = await (
                from subject in db.Set<DocumentSubject>()
                join document in db.Set<Document>() on subject.DocumentId equals document.Id
                where subjects.Contains(subject.Subject) && (unpublished || document.PublishedAt != null)
                orderby document.Date descending, document.Id descending
                select new { subject.Subject, document.Id, document.Kind, document.Title, document.Date, document.PublishedAt })
            .ToListAsync(cancellation);
        if (found.Count == 0)
        {
            return Array.Empty<AttachedDocument>().ToLookup(_ => "");
        }

        var numbers = found.Select(document => document.Id).Distinct().ToList();
        var files = (await db.Set<DocumentFile>().AsNoTracking()
                .Where(file => numbers.Contains(file.DocumentId) && file.RemovedAt == null)
                .Select(file => new { file.DocumentId, file.Id, file.Variant, file.Version, file.Name, file.FormatCode, file.Length })
                .ToListAsync(cancellation))

            // Ordered here: a database keeps variants by their names, and would put an audio version before the original.
            .OrderBy(file => file.Variant).ThenByDescending(file => file.Version).ThenBy(file => file.Id)
            .ToLookup(file => file.DocumentId);
        return found.Where(document => files[document.Id].Any()).ToLookup(document => document.Subject, document =>
        {
            var file = files[document.Id].First();
            return new AttachedDocument(
                document.Id, document.Kind, document.Title, document.Date, document.PublishedAt is not null, file.Name, file.FormatCode, file.Length,
                Document.LinkOf(document.Id));
        });
    }

    /// <summary>Moves a received file into a document. The upload's row goes with the save that brings the file's.</summary>
    /// <exception cref="FileRefusedException">The file is no longer there.</exception>
    public async Task<DocumentFile> TakeOverAsync(
        Document document, string code, FileLanguage language, FileVariant variant, string? note, CancellationToken cancellation)
    {
        if (await uploads.FindAsync(code, cancellation) is not { IsWhole: true } upload)
        {
            throw new FileRefusedException(Refusal.Forgotten);
        }

        db.Remove(upload);
        return document.Add(upload.File, language, variant, note, time.UtcNow(), person.Actor);
    }

    /// <summary>Why a file is refused, with its name.</summary>
    public string InWords(FileRefusedException refused, string name) => texts[
        "Refused_" + refused.Refusal, FileNames.Shown(name) is { Length: > 0 } shown ? shown : texts["UnnamedFile"], Formats.Bytes(refused.Limit ?? 0)];

    private static ReceivedFile Received(Upload upload) => new(upload.Code, upload.Name, upload.Length);
}
