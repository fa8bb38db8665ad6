using Microsoft.Extensions.Logging;
using Platform.Kernel.Communes;

namespace Platform.Documents.Blobs;

/// <summary>The blobs of the commune of this scope, and of no other. What the store does not do is said here, whatever becomes of it for the person who asked.</summary>
internal sealed partial class CommuneBlobs(IBlobStore store, CurrentCommune commune, ILogger<CommuneBlobs> log)
{
    /// <summary>Writes under a new key. Durable when it returns.</summary>
    public async Task<BlobKey> WriteAsync(Stream content, CancellationToken cancellation)
    {
        var key = BlobKey.New();
        try
        {
            await store.WriteAsync(commune.Value.Slug, key, content, cancellation);
            return key;
        }
        catch (StoreUnavailableException down)
        {
            LogNotTaken(down);
            throw;
        }
    }

    /// <returns>None where the blob is lost: nobody asks for one that was not written.</returns>
    public async Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation)
    {
        try
        {
            var content = await store.OpenAsync(commune.Value.Slug, key, cancellation);
            if (content is null)
            {
                LogLost(key);
            }

            return content;
        }
        catch (StoreUnavailableException down)
        {
            LogNotGiven(down, key);
            throw;
        }
    }

    public Task DeleteAsync(BlobKey key, CancellationToken cancellation) => store.DeleteAsync(commune.Value.Slug, key, cancellation);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellation) => store.ListAsync(commune.Value.Slug, cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of files did not take a file")]
    private partial void LogNotTaken(Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of files did not give {Blob}")]
    private partial void LogNotGiven(Exception error, BlobKey blob);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store of files has lost {Blob}")]
    private partial void LogLost(BlobKey blob);
}
