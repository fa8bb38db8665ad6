using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Platform.Documents.Blobs;

/// <summary>
/// Azure Blob Storage, a private container per commune, made when it is first written to. A blob is sent in blocks that count only once all of them are
/// committed: what broke off leaves nothing.
/// </summary>
internal sealed class AzureBlobs : IBlobStore
{
    private const int Block = 4 * 1024 * 1024;
    private const int ReadAhead = 1024 * 1024;
    private const int LongestContainerName = 63;

    private readonly BlobServiceClient service;
    private readonly string prefix;
    private readonly ConcurrentDictionary<string, BlobContainerClient> known = new(StringComparer.Ordinal);

    public AzureBlobs(AzureStoreOptions options)
    {
        prefix = options.ContainerPrefix;
        var client = new BlobClientOptions();

        // A store that is down is told to the person who waits, not after minutes.
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = options.Retries;
        client.Retry.Delay = TimeSpan.FromMilliseconds(300);
        client.Retry.NetworkTimeout = options.Timeout;
        service = new BlobServiceClient(options.ConnectionString, client);
    }

    public Task WriteAsync(string commune, BlobKey key, Stream content, CancellationToken cancellation) => CarefullyAsync(
        async () =>
        {
            var container = await ContainerAsync(commune, cancellation);
            var options = new BlobUploadOptions
            {
                TransferOptions = new StorageTransferOptions { InitialTransferSize = Block, MaximumTransferSize = Block, MaximumConcurrency = 2 },
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            };
            await container.GetBlobClient(key.ToString()).UploadAsync(content, options, cancellation);
            return true;
        },
        cancellation);

    public Task<Stream?> OpenAsync(string commune, BlobKey key, CancellationToken cancellation) => CarefullyAsync<Stream?>(
        async () =>
        {
            try
            {
                return await Container(commune).GetBlobClient(key.ToString()).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAhead }, cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return null;
            }
        },
        cancellation);

    public Task DeleteAsync(string commune, BlobKey key, CancellationToken cancellation) => CarefullyAsync(
        async () =>
        {
            try
            {
                await Container(commune).DeleteBlobIfExistsAsync(key.ToString(), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                // Without a container there is no blob either.
            }

            return true;
        },
        cancellation);

    public async IAsyncEnumerable<StoredBlob> ListAsync(string commune, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var pages = Container(commune).GetBlobsAsync(cancellationToken: cancellation).AsPages().GetAsyncEnumerator(cancellation);
        while (await CarefullyAsync(() => NextAsync(pages), cancellation))
        {
            foreach (var blob in pages.Current.Values)
            {
                if (BlobKey.TryParse(blob.Name, out var key) && blob.Properties.LastModified is { } written)
                {
                    yield return new(key, written.UtcDateTime);
                }
            }
        }
    }

    /// <summary>3 to 63 lower-case letters, digits and single hyphens: a name that does not fit is cut, and made one's own by a digest.</summary>
    internal static string ContainerName(string prefix, string commune)
    {
        var name = prefix + commune;
        if (name.Length <= LongestContainerName && !name.Contains("--", StringComparison.Ordinal) && !name.EndsWith('-'))
        {
            return name;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commune)))[..16];
        var start = name.Replace("--", "-", StringComparison.Ordinal);
        return start[..Math.Min(start.Length, 40)].Trim('-') + "-" + digest;
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<BlobItem>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }

    private BlobContainerClient Container(string commune) => service.GetBlobContainerClient(ContainerName(prefix, commune));

    private async Task<BlobContainerClient> ContainerAsync(string commune, CancellationToken cancellation)
    {
        if (!known.TryGetValue(commune, out var container))
        {
            container = Container(commune);
            await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
            known[commune] = container;
        }

        return container;
    }

    private static async Task<T> CarefullyAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested
            && error is RequestFailedException or AggregateException or IOException or HttpRequestException or OperationCanceledException)
        {
            throw new StoreUnavailableException(error);
        }
    }
}
