using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Platform.TestKit;

/// <summary>Small files of each kind, made here, honest ones and hostile ones.</summary>
public static class SampleFiles
{
    /// <summary>24 × 16 pixels, without metadata, as ImageMagick writes it.</summary>
    public static byte[] Photo => Resource("photo.jpg");

    public static byte[] ProgressivePhoto => Resource("progressive.jpg");

    /// <summary>What Word for Windows lays on the clipboard as <c>text/html</c>: its styles, lists written as paragraphs, a table, a footnote, and something hostile.</summary>
    public static string WordClipboard => Encoding.UTF8.GetString(Resource("word-clipboard.html"));

    public static byte[] Pdf(string text = "Proces-verbal") => Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% {text}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Docx(params (string Name, string Content)[] more) => OpenXml(
        "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", more);

    public static byte[] Xlsx(params (string Name, string Content)[] more) => OpenXml(
        "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", more);

    public static byte[] MacroDocx() => OpenXml("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", []);

    public static byte[] Odt()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "mimetype", "application/vnd.oasis.opendocument.text", CompressionLevel.NoCompression);
            Write(zip, "content.xml", "<office/>");
        }

        return file.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                Write(zip, name, content);
            }
        }

        return file.ToArray();
    }

    /// <summary>A workbook of some hundred kilobytes that unpacks to this many megabytes.</summary>
    public static byte[] ZipBomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", ContentTypes("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
            using var sheet = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++)
            {
                sheet.Write(zeros);
            }
        }

        return file.ToArray();
    }

    /// <summary>A PNG of any layout: <paramref name="rows"/> are the bytes of all its rows with their filter bytes, in the order of the format.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colour, byte[] rows, bool interlaced = false, params (string Type, byte[] Content)[] chunks)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, interlaced ? (byte)1 : (byte)0);
        Chunk(file, "IHDR", header);
        foreach (var (type, content) in chunks)
        {
            Chunk(file, type, content);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>An opaque picture of one colour.</summary>
    public static byte[] Png(int width, int height)
    {
        var rows = new byte[height * ((width * 3) + 1)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                rows[(y * ((width * 3) + 1)) + 1 + (x * 3) + 1] = 0x5D;
            }
        }

        return Png(width, height, 8, 2, rows);
    }

    /// <summary>The photograph with EXIF that holds an orientation and a place, a comment, and a zip behind its end.</summary>
    public static byte[] PhotoThatTells(byte orientation = 6)
    {
        byte[] exif =
        [
            .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0,
            2, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
            0x0E, 0x01, 2, 0, 20, 0, 0, 0, 38, 0, 0, 0,
            0, 0, 0, 0,
            .. "GPS 31.7311,-7.0039\0"u8,
        ];
        byte[] comment = [.. "taken by Fatima at home"u8];
        var photo = Photo;
        return [.. photo[..2], .. Segment(0xE1, exif), .. Segment(0xFE, comment), .. photo[2..], .. Zip(("hidden.txt", "hidden"))];
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Segment(byte code, byte[] content) => [0xFF, code, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] OpenXml(string main, string type, (string Name, string Content)[] more) =>
        Zip([("[Content_Types].xml", ContentTypes(main, type)), ("_rels/.rels", "<Relationships/>"), (main, "<main/>"), .. more]);

    private static string ContentTypes(string main, string type) =>
        $"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/{main}\" ContentType=\"{type}\"/></Types>";

    private static void Write(ZipArchive zip, string name, string content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        file.Write(number);
    }

    /// <summary>Bit by bit, as the specification defines it: another way than the product's, so that both are not wrong alike.</summary>
    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
