using Platform.Kernel.Communes;

namespace Platform.Documents.Blobs;

/// <summary>The blobs of the commune of this scope, and of no other.</summary>
internal sealed class CommuneBlobs(IBlobStore store, CurrentCommune commune)
{
    /// <summary>Writes under a new key. Durable when it returns.</summary>
    public async Task<BlobKey> WriteAsync(Stream content, CancellationToken cancellation)
    {
        var key = BlobKey.New();
        await store.WriteAsync(commune.Value.Slug, key, content, cancellation);
        return key;
    }

    public Task<Stream?> OpenAsync(BlobKey key, CancellationToken cancellation) => store.OpenAsync(commune.Value.Slug, key, cancellation);

    public Task DeleteAsync(BlobKey key, CancellationToken cancellation) => store.DeleteAsync(commune.Value.Slug, key, cancellation);

    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellation) => store.ListAsync(commune.Value.Slug, cancellation);
}
