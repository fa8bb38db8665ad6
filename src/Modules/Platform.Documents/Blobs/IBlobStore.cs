namespace Platform.Documents.Blobs;

/// <summary>
/// Where files lie: a folder, or Azure Blob Storage. It knows keys, never the names that people gave. What is written is written once and never changed.
/// Every member throws <see cref="StoreUnavailableException"/> where the store does not answer.
/// </summary>
internal interface IBlobStore
{
    /// <summary>Writes the whole content. It is durable when this returns; a write that broke off leaves nothing under the key.</summary>
    Task WriteAsync(string commune, BlobKey key, Stream content, CancellationToken cancellation);

    /// <returns>A stream that can be moved in, or null where there is nothing under the key.</returns>
    Task<Stream?> OpenAsync(string commune, BlobKey key, CancellationToken cancellation);

    /// <summary>Does nothing where there is nothing.</summary>
    Task DeleteAsync(string commune, BlobKey key, CancellationToken cancellation);

    IAsyncEnumerable<StoredBlob> ListAsync(string commune, CancellationToken cancellation);
}

internal sealed record StoredBlob(BlobKey Key, DateTime WrittenAt);

/// <summary>The store does not answer, is full or refuses: nothing is known to be stored.</summary>
internal sealed class StoreUnavailableException(Exception cause) : Exception("The store of files does not answer.", cause);
