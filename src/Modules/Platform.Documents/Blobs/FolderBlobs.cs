using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Platform.Documents.Blobs;

/// <summary>
/// A folder per commune. A blob is written aside, flushed to the disk, then moved under its key: what has a key is whole, whatever was killed when.
/// </summary>
internal sealed partial class FolderBlobs(string root) : IBlobStore
{
    private const int Buffer = 128 * 1024;
    private const string Partial = ".part";

    public Task WriteAsync(string commune, BlobKey key, Stream content, CancellationToken cancellation) => CarefullyAsync(async () =>
    {
        var path = PathOf(commune, key);
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var aside = path + Partial;
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, Buffer, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: false);
            FolderSync.Flush(folder);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    });

    public Task<Stream?> OpenAsync(string commune, BlobKey key, CancellationToken cancellation) => CarefullyAsync<Stream?>(() =>
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(PathOf(commune, key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, FileOptions.Asynchronous));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    });

    public Task DeleteAsync(string commune, BlobKey key, CancellationToken cancellation) => CarefullyAsync(() =>
    {
        var path = PathOf(commune, key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    });

    /// <summary>Also forgets what writes left aside a day ago when their process was killed.</summary>
    public async IAsyncEnumerable<StoredBlob> ListAsync(string commune, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in await CarefullyAsync(() => Task.FromResult(FilesOf(commune))))
        {
            cancellation.ThrowIfCancellationRequested();
            if (BlobKey.TryParse(file.Name, out var key))
            {
                yield return new(key, file.LastWriteTimeUtc);
            }
        }
    }

    private List<FileInfo> FilesOf(string commune)
    {
        var folder = new DirectoryInfo(FolderOf(commune));
        if (!folder.Exists)
        {
            return [];
        }

        var files = folder.EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        var newest = files.Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max();
        foreach (var left in files.Where(file => file.Name.EndsWith(Partial, StringComparison.Ordinal) && file.LastWriteTimeUtc < newest.AddDays(-1)))
        {
            left.Delete();
        }

        return files;
    }

    private string PathOf(string commune, BlobKey key) => Path.Combine(FolderOf(commune), key.ToString()[..2], key.ToString());

    private string FolderOf(string commune) => Slug().IsMatch(commune)
        ? Path.Combine(root, commune)
        : throw new InvalidOperationException("A commune's slug holds lower-case letters, digits and hyphens only.");

    private static async Task CarefullyAsync(Func<Task> work) => await CarefullyAsync(async () =>
    {
        await work();
        return true;
    });

    private static async Task<T> CarefullyAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(error);
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,79}$")]
    private static partial Regex Slug();
}
