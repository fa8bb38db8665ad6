using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Documents.Blobs;
using Platform.Documents.Library;
using Platform.Documents.Reception;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Documents.Upkeep;

/// <summary>
/// At night: uploads whose form never came are forgotten, then blobs that nothing refers to are deleted. A blob is stored before its row is written, so
/// a young one without a row may be about to get one; only old ones go. What a row refers to and the store has lost is told as an error.
/// </summary>
internal sealed partial class FileUpkeep(
    CommuneContext db, CommuneBlobs blobs, CurrentCommune commune, IOptions<FilesOptions> options, TimeProvider time, ILogger<FileUpkeep> log) : ICommuneJob
{
    public const string JobName = "file-upkeep";

    public static JobSchedule Schedule { get; } = new(JobName, "0 0 4 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        await ForgetUploadsAsync(cancellation);

        // Listed first: what is referred to now and was not listed was stored in between.
        var stored = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(cancellation))
        {
            stored[blob.Key.ToString()] = blob.WrittenAt;
        }

        var referred = await ReferredAsync(cancellation);
        var old = time.UtcNow() - options.Value.OrphansKept;
        var orphans = stored.Where(blob => blob.Value < old && !referred.Contains(blob.Key)).Select(blob => blob.Key).ToList();
        foreach (var orphan in orphans)
        {
            await blobs.DeleteAsync(BlobKey.Parse(orphan), cancellation);
        }

        if (orphans.Count > 0)
        {
            LogCollected(orphans.Count, commune.Value.Slug);
        }

        await LookForLostAsync(stored, old, cancellation);
    }

    private async Task ForgetUploadsAsync(CancellationToken cancellation)
    {
        var old = time.UtcNow() - options.Value.UploadsKept;
        await db.Set<UploadPart>()
            .Where(part => db.Set<Upload>().Any(upload => upload.Id == part.UploadId && upload.At < old))
            .ExecuteDeleteAsync(cancellation);
        await db.Set<Upload>().Where(upload => upload.At < old).ExecuteDeleteAsync(cancellation);
    }

    private async Task<HashSet<string>> ReferredAsync(CancellationToken cancellation)
    {
        var files = await db.Set<DocumentFile>().Where(file => file.Blob != null).Select(file => file.Blob!).ToListAsync(cancellation);
        var uploads = await db.Set<Upload>().Where(upload => upload.Blob != null).Select(upload => upload.Blob!).ToListAsync(cancellation);
        var parts = await db.Set<UploadPart>().Select(part => part.Blob).ToListAsync(cancellation);
        return [.. files, .. uploads, .. parts];
    }

    private async Task LookForLostAsync(Dictionary<string, DateTime> stored, DateTime old, CancellationToken cancellation)
    {
        var files = await db.Set<DocumentFile>().Where(file => file.Blob != null && file.AddedAt < old)
            .Select(file => new { file.DocumentId, file.Blob }).ToListAsync(cancellation);
        foreach (var lost in files.Where(file => !stored.ContainsKey(file.Blob!)))
        {
            LogLost(lost.DocumentId, commune.Value.Slug);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that nothing refers to were deleted in {Commune}")]
    private partial void LogCollected(int count, string commune);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of document {Number} of {Commune} is not in the store")]
    private partial void LogLost(int number, string commune);
}
