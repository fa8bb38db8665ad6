namespace Platform.Documents.Reception;

/// <summary>A file on this machine's own disk that is gone when it is closed: what arrives is looked at there before it is stored.</summary>
internal static class Spool
{
    public static FileStream Open() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 128 * 1024,
            Options = FileOptions.DeleteOnClose,
        });
}
