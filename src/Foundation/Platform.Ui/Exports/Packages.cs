namespace Platform.Ui;

internal static class Packages
{
    private const int Buffer = 64 * 1024;

    /// <summary>
    /// A package needs a seekable stream: a file that vanishes when it is closed, so that a large export does not sit in memory.
    /// </summary>
    public static async Task SendAsync(Stream stream, Action<Stream> write, CancellationToken cancellation)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            Buffer,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        write(file);
        file.Position = 0;
        await file.CopyToAsync(stream, cancellation);
    }
}
