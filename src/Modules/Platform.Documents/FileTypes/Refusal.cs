namespace Platform.Documents.FileTypes;

/// <summary>Why a file is not accepted. Each has its sentence in the texts: <c>Refused_Empty</c>.</summary>
internal enum Refusal
{
    Empty,
    TooLarge,

    /// <summary>Nothing that the platform accepts.</summary>
    Unknown,
    Program,

    /// <summary>HTML, SVG, XML or a script: a browser could run it.</summary>
    Script,
    Macros,
    Archive,

    /// <summary>The binary formats of Office before 2007, and protected files, which are packed the same way.</summary>
    OldOffice,

    /// <summary>A picture that cannot be freed of what it tells beside itself: GIF, WebP, HEIC, TIFF, BMP.</summary>
    PictureFormat,
    TooManyPixels,

    /// <summary>It would unpack to far more than it is.</summary>
    Bomb,

    /// <summary>Cut off, broken, or something else hidden in it.</summary>
    Damaged,

    /// <summary>Text that is not UTF-8.</summary>
    Encoding,

    /// <summary>What was sent before is no longer kept.</summary>
    Forgotten,
}

/// <summary>A file that is not accepted. Caught where files are received, and told to the person.</summary>
internal sealed class FileRefusedException(Refusal refusal, long? limit = null) : Exception($"The file is refused: {refusal}.")
{
    public Refusal Refusal { get; } = refusal;

    /// <summary>How many bytes there may be, for <see cref="Refusal.TooLarge"/>.</summary>
    public long? Limit { get; } = limit;
}
