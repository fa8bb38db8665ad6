namespace Platform.Documents.FileTypes;

/// <summary>What limits and players depend on.</summary>
internal enum FileClass
{
    Document,
    Text,
    Picture,
    Audio,
    Video,
}

/// <summary>A format that the platform accepts. Anything else is refused.</summary>
/// <param name="Code">Stable, stored with the file: <c>pdf</c>.</param>
/// <param name="Extension">The one that its files are named with.</param>
internal sealed record FileFormat(string Code, string MediaType, string Extension, FileClass Class)
{
    public static FileFormat Pdf { get; } = new("pdf", "application/pdf", ".pdf", FileClass.Document);

    public static FileFormat Docx { get; } =
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", FileClass.Document);

    public static FileFormat Xlsx { get; } = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", FileClass.Document);

    public static FileFormat Pptx { get; } =
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", FileClass.Document);

    public static FileFormat Odt { get; } = new("odt", "application/vnd.oasis.opendocument.text", ".odt", FileClass.Document);

    public static FileFormat Ods { get; } = new("ods", "application/vnd.oasis.opendocument.spreadsheet", ".ods", FileClass.Document);

    public static FileFormat Odp { get; } = new("odp", "application/vnd.oasis.opendocument.presentation", ".odp", FileClass.Document);

    public static FileFormat Txt { get; } = new("txt", "text/plain", ".txt", FileClass.Text);

    public static FileFormat Csv { get; } = new("csv", "text/csv", ".csv", FileClass.Text);

    /// <summary>Braille in characters of the North American table, as embossers read it.</summary>
    public static FileFormat Brf { get; } = new("brf", "application/x-brf", ".brf", FileClass.Text);

    public static FileFormat Png { get; } = new("png", "image/png", ".png", FileClass.Picture);

    public static FileFormat Jpeg { get; } = new("jpeg", "image/jpeg", ".jpg", FileClass.Picture);

    public static FileFormat Mp3 { get; } = new("mp3", "audio/mpeg", ".mp3", FileClass.Audio);

    public static FileFormat M4a { get; } = new("m4a", "audio/mp4", ".m4a", FileClass.Audio);

    public static FileFormat Ogg { get; } = new("ogg", "audio/ogg", ".ogg", FileClass.Audio);

    public static FileFormat Wav { get; } = new("wav", "audio/wav", ".wav", FileClass.Audio);

    public static FileFormat Mp4 { get; } = new("mp4", "video/mp4", ".mp4", FileClass.Video);

    public static FileFormat Webm { get; } = new("webm", "video/webm", ".webm", FileClass.Video);

    public static IReadOnlyList<FileFormat> All { get; } =
        [Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, Txt, Csv, Brf, Png, Jpeg, Mp3, M4a, Ogg, Wav, Mp4, Webm];

    public static FileFormat Of(string code) =>
        All.FirstOrDefault(format => format.Code == code) ?? throw new ArgumentException($"'{code}' is no format that the platform accepts.", nameof(code));
}
