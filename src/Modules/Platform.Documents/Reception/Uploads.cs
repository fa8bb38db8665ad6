using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Documents.Blobs;
using Platform.Documents.FileTypes;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Documents.Reception;

/// <summary>Files on their way, each known by its code to the person who sends it and to nobody else.</summary>
internal sealed class Uploads(CommuneContext db, CommuneBlobs blobs, FileInspection inspection, CurrentPerson person, IOptions<FilesOptions> options, TimeProvider time)
{
    /// <summary>Largest part that is taken at once.</summary>
    public const int LargestPart = 8 * 1024 * 1024;

    /// <summary>The name of a file of whose name nothing is left.</summary>
    private const string Nameless = "document";

    private long Largest => Enum.GetValues<FileClass>().Max(options.Value.Limits.Of);

    /// <summary>Takes in a whole file.</summary>
    public async Task<Upload> ReceiveAsync(string name, Stream content, CancellationToken cancellation)
    {
        var file = await inspection.TakeInAsync(name, content, Nameless, cancellation);
        var upload = Upload.Start(name, file.Length, person.Actor, time.UtcNow());
        upload.Complete(file);
        await AddAsync(upload, cancellation);
        return upload;
    }

    /// <summary>Begins a file that comes in parts.</summary>
    /// <exception cref="FileRefusedException">It would be too large whatever it is, or has nothing in it.</exception>
    public async Task<Upload> StartAsync(string name, long length, CancellationToken cancellation)
    {
        if (length < 1)
        {
            throw new FileRefusedException(Refusal.Empty);
        }

        if (length > Largest)
        {
            throw new FileRefusedException(Refusal.TooLarge, Largest);
        }

        var upload = Upload.Start(name, length, person.Actor, time.UtcNow());
        await AddAsync(upload, cancellation);
        return upload;
    }

    /// <returns>The person's own upload, or null.</returns>
    public Task<Upload?> FindAsync(string code, CancellationToken cancellation)
    {
        var by = person.Actor;
        return db.Set<Upload>().Include(upload => upload.Parts.OrderBy(part => part.Start))
            .FirstOrDefaultAsync(upload => upload.Code == code && upload.By == by, cancellation);
    }

    /// <summary>
    /// Takes the next part. The part lies in the store before its row is written; the last one puts the file together and has it looked at.
    /// </summary>
    /// <returns>False where the part does not begin where the last one ended: the sender asks how far it is and goes on from there.</returns>
    /// <exception cref="FileRefusedException">The whole is not accepted; the upload is forgotten.</exception>
    public async Task<bool> TakePartAsync(Upload upload, long start, Stream content, CancellationToken cancellation)
    {
        if (upload.IsWhole || start != upload.Received)
        {
            return false;
        }

        if (start == upload.Length)
        {
            // All parts lie here, and whoever took the last one died, or lost the store, before the file was put together.
            await CompleteAsync(upload, cancellation);
            return true;
        }

        await using var spool = Spool.Open();
        var room = Math.Min(LargestPart, upload.Length - start);
        await CopyAsync(content, spool, room, cancellation);
        if (spool.Length == 0)
        {
            return false;
        }

        spool.Position = 0;
        upload.Parts.Add(UploadPart.Of(start, (int)spool.Length, await blobs.WriteAsync(spool, cancellation)));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same part arrived twice at once: the other one counts.
            return false;
        }

        if (upload.Received == upload.Length)
        {
            await CompleteAsync(upload, cancellation);
        }

        return true;
    }

    private async Task CompleteAsync(Upload upload, CancellationToken cancellation)
    {
        try
        {
            await using var whole = new PartsStream(blobs, upload.Parts);
            upload.Complete(await inspection.TakeInAsync(upload.Name, whole, Nameless, cancellation));
        }
        catch (FileRefusedException)
        {
            db.RemoveRange(upload.Parts);
            db.Remove(upload);
            await db.SavedAsync(cancellation);
            throw;
        }

        // Their blobs have no row from now on: the night collects them.
        db.RemoveRange(upload.Parts);

        // Where somebody asked again while it was put together, the other one has done the same.
        await db.SavedAsync(cancellation);
    }

    private async Task AddAsync(Upload upload, CancellationToken cancellation)
    {
        if (db.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("Files are received before anything is changed: this would save the change with them.");
        }

        db.Add(upload);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task CopyAsync(Stream content, FileStream spool, long room, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (room > 0 && await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, room)), cancellation) is > 0 and var read)
        {
            await spool.WriteAsync(buffer.AsMemory(0, read), cancellation);
            room -= read;
        }
    }
}
