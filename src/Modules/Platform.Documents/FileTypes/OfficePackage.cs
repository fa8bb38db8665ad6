using System.IO.Compression;
using System.Xml;

namespace Platform.Documents.FileTypes;

/// <summary>
/// Tells the office formats that are packed as zip apart, and refuses what carries macros, hides something, or unpacks to far more than it is. Everything
/// is unpacked once, into nothing, with a limit: what an archive declares of itself is not believed.
/// </summary>
internal static class OfficePackage
{
    public const long LargestUnpacked = 400L * 1024 * 1024;

    private const int MostEntries = 5000;
    private const int EndRecord = 22;
    private const long LargestList = 1024 * 1024;
    private const string ContentTypes = "[Content_Types].xml";
    private const string OpenDocumentType = "mimetype";

    private static readonly (string MainPart, FileFormat Format)[] OpenXml =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileFormat.Docx),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileFormat.Xlsx),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileFormat.Pptx),
        ("application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml", FileFormat.Pptx),
    ];

    private static readonly FileFormat[] OpenDocument = [FileFormat.Odt, FileFormat.Ods, FileFormat.Odp];

    /// <exception cref="FileRefusedException">It is no office document, or one that is not accepted.</exception>
    public static FileFormat Tell(Stream file)
    {
        EndsWhereItShould(file);
        try
        {
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            Look(zip);
            return zip.GetEntry(ContentTypes) is { } types ? OfContentTypes(zip, types)
                : zip.Entries.FirstOrDefault() is { FullName: OpenDocumentType } type ? OfOpenDocument(zip, type)
                : throw new FileRefusedException(Refusal.Archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    /// <summary>The end record is the last thing in the file: nothing was hung behind it, and no comment hides anything.</summary>
    private static void EndsWhereItShould(Stream file)
    {
        if (file.Length < EndRecord)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }

        Span<byte> end = stackalloc byte[EndRecord];
        file.Position = file.Length - EndRecord;
        file.ReadExactly(end);
        if (!end.StartsWith("PK\u0005\u0006"u8) || end[20] != 0 || end[21] != 0)
        {
            throw new FileRefusedException(Refusal.Damaged);
        }
    }

    private static void Look(ZipArchive zip)
    {
        if (zip.Entries.Count > MostEntries)
        {
            throw new FileRefusedException(Refusal.Bomb);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unpacked = 0L;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            // Two entries of one name are read differently by different programs; a path that climbs is meant for somebody else's disk.
            if (!names.Add(entry.FullName) || entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.StartsWith('/')
                || entry.FullName.Contains('\\', StringComparison.Ordinal) || entry.FullName.Contains(':', StringComparison.Ordinal))
            {
                throw new FileRefusedException(Refusal.Damaged);
            }

            if (CarriesMacros(entry.FullName))
            {
                throw new FileRefusedException(Refusal.Macros);
            }

            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > LargestUnpacked)
                {
                    throw new FileRefusedException(Refusal.Bomb);
                }
            }
        }
    }

    private static bool CarriesMacros(string name) =>
        name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".js", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".vbs", StringComparison.OrdinalIgnoreCase);

    private static FileFormat OfContentTypes(ZipArchive zip, ZipArchiveEntry types)
    {
        FileFormat? format = null;
        foreach (var type in Attributes(types, "ContentType"))
        {
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            {
                throw new FileRefusedException(Refusal.Macros);
            }

            format ??= OpenXml.FirstOrDefault(known => string.Equals(known.MainPart, type, StringComparison.OrdinalIgnoreCase)).Format;
        }

        // A template elsewhere is fetched when the document is opened, and may bring macros of its own.
        foreach (var relations in zip.Entries.Where(entry => entry.FullName.EndsWith("settings.xml.rels", StringComparison.OrdinalIgnoreCase)))
        {
            if (Attributes(relations, "Type").Any(type => type.EndsWith("/attachedTemplate", StringComparison.Ordinal))
                && Attributes(relations, "TargetMode").Contains("External"))
            {
                throw new FileRefusedException(Refusal.Macros);
            }
        }

        return format ?? throw new FileRefusedException(Refusal.Unknown);
    }

    private static FileFormat OfOpenDocument(ZipArchive zip, ZipArchiveEntry type)
    {
        using var text = new StreamReader(Limited(type));
        var told = text.ReadToEnd().Trim();
        return zip.GetEntry("content.xml") is null
            ? throw new FileRefusedException(Refusal.Archive)
            : Array.Find(OpenDocument, format => format.MediaType == told) ?? throw new FileRefusedException(Refusal.Unknown);
    }

    /// <summary>Values of an attribute on any element, read without entities and without asking anything outside.</summary>
    private static List<string> Attributes(ZipArchiveEntry entry, string name)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestList };
        using var xml = XmlReader.Create(Limited(entry), settings);
        var values = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute(name) is { } value)
            {
                values.Add(value);
            }
        }

        return values;
    }

    private static Stream Limited(ZipArchiveEntry entry) =>
        entry.Length <= LargestList ? entry.Open() : throw new FileRefusedException(Refusal.Bomb);
}
