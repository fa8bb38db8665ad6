using System.IO.Compression;
using System.Xml;

namespace Platform.Ui.Office;

/// <summary>The parts of a workbook or document, unpacked one at a time and never further than <see cref="OfficeLimits"/> allow.</summary>
internal sealed class OfficePackage : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string OfficeDocument = "/officeDocument";

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts;
    private long unpacked;

    private OfficePackage(ZipArchive archive, Dictionary<string, ZipArchiveEntry> parts) => (this.archive, this.parts) = (archive, parts);

    public OfficeFormat Format { get; private set; }

    /// <summary>Name of the part that holds the workbook or the document.</summary>
    public string Main { get; private set; } = "";

    public static OfficePackage Open(byte[] file)
    {
        // Before the archive lists its parts: a list of a million takes memory even if none is read.
        if (Occurrences(file, "PK\u0001\u0002"u8) > OfficeLimits.Parts)
        {
            throw new OfficeRefusedException(OfficeRefusal.ExpandsTooMuch);
        }

        var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        try
        {
            var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in archive.Entries)
            {
                parts.TryAdd(entry.FullName, entry);
            }

            var package = new OfficePackage(archive, parts);
            package.Recognise();
            return package;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    /// <summary>Reads a part as XML that can name nothing outside itself.</summary>
    /// <param name="most">Bytes of this part at most.</param>
    public XmlReader Read(string part, long most = OfficeLimits.Unpacked)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            throw new OfficeRefusedException(OfficeRefusal.Corrupt);
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return XmlReader.Create(new Guarded(entry.Open(), entry.CompressedLength, most, this), settings);
    }

    /// <summary>What a part points to inside the package, by id. Links out of it are not followed, so they are not even listed.</summary>
    public Dictionary<string, (string Part, string Type)> Relations(string part)
    {
        var folder = part.LastIndexOf('/') is >= 0 and var slash ? part[..(slash + 1)] : "";
        var list = $"{folder}_rels/{part[folder.Length..]}.rels";
        var relations = new Dictionary<string, (string, string)>();
        if (!Has(list))
        {
            return relations;
        }

        using var reader = Read(list);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                relations[id] = (Resolve(folder, target), reader.GetAttribute("Type") ?? "");
            }
        }

        return relations;
    }

    public void Dispose() => archive.Dispose();

    private void Recognise()
    {
        if (!Has(ContentTypes))
        {
            throw new OfficeRefusedException(OfficeRefusal.UnknownType);
        }

        if (parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new OfficeRefusedException(OfficeRefusal.Macros);
        }

        Main = Relations("").Values.FirstOrDefault(relation => relation.Type.EndsWith(OfficeDocument, StringComparison.Ordinal)).Part
            ?? throw new OfficeRefusedException(OfficeRefusal.UnknownType);
        Format = FormatOf(TypeOfMain());
    }

    private string TypeOfMain()
    {
        var byExtension = "";
        using var reader = Read(ContentTypes);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Override" }
                && string.Equals(reader.GetAttribute("PartName")?.TrimStart('/'), Main, StringComparison.OrdinalIgnoreCase))
            {
                return reader.GetAttribute("ContentType") ?? "";
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Default" }
                && Main.EndsWith("." + reader.GetAttribute("Extension"), StringComparison.OrdinalIgnoreCase))
            {
                byExtension = reader.GetAttribute("ContentType") ?? "";
            }
        }

        return byExtension;
    }

    private static OfficeFormat FormatOf(string type) => type switch
    {
        _ when type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) => throw new OfficeRefusedException(OfficeRefusal.Macros),
        _ when type.Contains("wordprocessingml", StringComparison.Ordinal) => OfficeFormat.Docx,
        _ when type.Contains("spreadsheetml", StringComparison.Ordinal) => OfficeFormat.Xlsx,
        _ => throw new OfficeRefusedException(OfficeRefusal.UnknownType),
    };

    private static string Resolve(string folder, string target)
    {
        var path = target.StartsWith('/') ? target[1..] : folder + target;
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".." or ""))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }

    private static int Occurrences(ReadOnlySpan<byte> file, ReadOnlySpan<byte> mark)
    {
        var count = 0;
        for (var at = file.IndexOf(mark); at >= 0; at = file.IndexOf(mark))
        {
            count++;
            file = file[(at + mark.Length)..];
        }

        return count;
    }

    /// <summary>Counts what really comes out: the sizes that the archive declares can lie.</summary>
    private sealed class Guarded(Stream inner, long packed, long most, OfficePackage package) : Stream
    {
        private long own;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => own;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            own += read;
            package.unpacked += read;
            if (own > most || package.unpacked > OfficeLimits.Unpacked || (own > OfficeLimits.Innocent && own / OfficeLimits.Ratio > packed))
            {
                throw new OfficeRefusedException(OfficeRefusal.ExpandsTooMuch);
            }

            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
