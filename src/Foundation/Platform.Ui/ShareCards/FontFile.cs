using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text;

namespace Platform.Ui.ShareCards;

/// <summary>
/// A font as browsers get it (WOFF 1.0 around TrueType outlines): which glyph stands for a letter, how wide it is, what it looks like. Reads what the
/// fonts in our own build hold, and no file that a visitor sent.
/// </summary>
internal sealed class FontFile
{
    /// <summary>A curve becomes this many straight pieces: more than an eye tells at the size of a headline.</summary>
    private const int PiecesOfCurve = 8;

    private readonly Dictionary<string, byte[]> tables;
    private readonly Dictionary<char, ushort> glyphs = [];
    private readonly Dictionary<ushort, IReadOnlyList<Vector2[]>> outlines = [];
    private readonly Lock reading = new();
    private readonly bool longOffsets;
    private readonly int widths;

    public FontFile(byte[] woff)
    {
        tables = Unpack(woff);
        UnitsPerEm = Unsigned("head", 18);
        longOffsets = Unsigned("head", 50) == 1;
        widths = Unsigned("hhea", 34);
        ReadLetters(tables["cmap"]);
        Forms = new GlyphForms(tables.GetValueOrDefault("GSUB") ?? []);
    }

    public int UnitsPerEm { get; }

    public GlyphForms Forms { get; }

    /// <summary>A font of this assembly.</summary>
    public static FontFile Embedded(string name)
    {
        using var file = typeof(FontFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new(bytes.ToArray());
    }

    /// <returns>0 where the font has no such letter.</returns>
    public ushort GlyphOf(char letter) => glyphs.GetValueOrDefault(letter);

    /// <summary>How far the pen moves on, in units of the font.</summary>
    public int WidthOf(ushort glyph) => Unsigned("hmtx", 4 * Math.Min(glyph, widths - 1));

    /// <summary>The closed lines around the glyph, in units of the font, upwards from the line that letters stand on.</summary>
    public IReadOnlyList<Vector2[]> OutlineOf(ushort glyph)
    {
        lock (reading)
        {
            return outlines.TryGetValue(glyph, out var known) ? known : outlines[glyph] = ReadOutline(glyph);
        }
    }

    private static Dictionary<string, byte[]> Unpack(byte[] woff)
    {
        const int Head = 44, Entry = 20;
        var tables = new Dictionary<string, byte[]>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(woff.AsSpan(12)); i++)
        {
            var entry = woff.AsSpan(Head + (i * Entry), Entry);
            var (start, packed, length) = (Int(entry, 4), Int(entry, 8), Int(entry, 12));
            var table = new byte[length];
            if (packed == length)
            {
                woff.AsSpan(start, length).CopyTo(table);
            }
            else
            {
                using var data = new ZLibStream(new MemoryStream(woff, start, packed), CompressionMode.Decompress);
                data.ReadExactly(table);
            }

            tables[Encoding.ASCII.GetString(entry[..4])] = table;
        }

        return tables;

        static int Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
    }

    /// <summary>The table of letters, as segments of codes (format 4).</summary>
    private void ReadLetters(byte[] table)
    {
        var start = Enumerable.Range(0, U(2)).Select(i => BinaryPrimitives.ReadInt32BigEndian(table.AsSpan(8 + (8 * i)))).First(at => U(at) == 4);
        var segments = U(start + 6) / 2;
        var (ends, starts) = (start + 14, start + 16 + (2 * segments));
        var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
        for (var i = 0; i < segments; i++)
        {
            var (delta, offset) = (U(deltas + (2 * i)), U(offsets + (2 * i)));
            for (int code = U(starts + (2 * i)); code <= U(ends + (2 * i)) && code < char.MaxValue; code++)
            {
                var glyph = offset == 0 ? code : U(offsets + (2 * i) + offset + (2 * (code - U(starts + (2 * i)))));
                if (glyph != 0 && (ushort)(glyph + delta) is > 0 and var found)
                {
                    glyphs[(char)code] = found;
                }
            }
        }

        int U(int at) => BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(at));
    }

    private List<Vector2[]> ReadOutline(ushort glyph)
    {
        var (from, to) = (OffsetOf(glyph), OffsetOf(glyph + 1));
        if (from == to)
        {
            return [];
        }

        var data = tables["glyf"].AsSpan(from, to - from);
        var contours = BinaryPrimitives.ReadInt16BigEndian(data);
        return contours < 0 ? ReadParts(data[10..]) : ReadContours(data[10..], contours);
    }

    private int OffsetOf(int glyph) => longOffsets
        ? BinaryPrimitives.ReadInt32BigEndian(tables["loca"].AsSpan(4 * glyph))
        : 2 * Unsigned("loca", 2 * glyph);

    /// <summary>A glyph made of others: a letter and its dots.</summary>
    private List<Vector2[]> ReadParts(ReadOnlySpan<byte> data)
    {
        const int Words = 1, OneScale = 8, More = 32, TwoScales = 64, Matrix = 128;
        var lines = new List<Vector2[]>();
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(data);
            var part = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
            data = data[4..];
            var shift = (flags & Words) != 0
                ? new Vector2(BinaryPrimitives.ReadInt16BigEndian(data), BinaryPrimitives.ReadInt16BigEndian(data[2..]))
                : new Vector2((sbyte)data[0], (sbyte)data[1]);
            data = data[((flags & Words) != 0 ? 4 : 2)..];
            var turn = Matrix3x2.Identity;
            if ((flags & OneScale) != 0)
            {
                turn = Matrix3x2.CreateScale(Fraction(data, 0));
                data = data[2..];
            }
            else if ((flags & TwoScales) != 0)
            {
                turn = Matrix3x2.CreateScale(Fraction(data, 0), Fraction(data, 2));
                data = data[4..];
            }
            else if ((flags & Matrix) != 0)
            {
                turn = new(Fraction(data, 0), Fraction(data, 2), Fraction(data, 4), Fraction(data, 6), 0, 0);
                data = data[8..];
            }

            lines.AddRange(ReadOutline(part).Select(line => Array.ConvertAll(line, point => Vector2.Transform(point, turn) + shift)));
        }
        while ((flags & More) != 0);
        return lines;

        static float Fraction(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]) / 16384f;
    }

    private static List<Vector2[]> ReadContours(ReadOnlySpan<byte> data, int count)
    {
        var ends = new int[count];
        for (var i = 0; i < count; i++)
        {
            ends[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(2 * i)..]);
        }

        data = data[((2 * count) + 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(2 * count)..]))..];
        var points = ReadPoints(data, count == 0 ? 0 : ends[^1] + 1);
        var lines = new List<Vector2[]>();
        var first = 0;
        foreach (var end in ends)
        {
            lines.Add(Flatten(points.AsSpan(first, end + 1 - first)));
            first = end + 1;
        }

        return lines;
    }

    private static OutlinePoint[] ReadPoints(ReadOnlySpan<byte> data, int count)
    {
        const int OnLine = 1, ShortX = 2, ShortY = 4, Again = 8, SameX = 16, SameY = 32;
        var flags = new byte[count];
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var flag = flags[i] = data[at++];
            if ((flag & Again) != 0)
            {
                for (var times = data[at++]; times > 0; times--)
                {
                    flags[++i] = flag;
                }
            }
        }

        var x = ReadCoordinates(data, ref at, flags, ShortX, SameX);
        var y = ReadCoordinates(data, ref at, flags, ShortY, SameY);
        return [.. flags.Select((flag, i) => new OutlinePoint(new(x[i], y[i]), (flag & OnLine) != 0))];
    }

    private static int[] ReadCoordinates(ReadOnlySpan<byte> data, ref int at, byte[] flags, int isShort, int isSame)
    {
        var coordinates = new int[flags.Length];
        var pen = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                pen += (flags[i] & isSame) != 0 ? data[at] : -data[at];
                at++;
            }
            else if ((flags[i] & isSame) == 0)
            {
                pen += BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                at += 2;
            }

            coordinates[i] = pen;
        }

        return coordinates;
    }

    /// <summary>Curves as straight pieces. Between two points off the line lies one on it, halfway.</summary>
    private static Vector2[] Flatten(ReadOnlySpan<OutlinePoint> points)
    {
        if (points.Length < 2)
        {
            return [];
        }

        var line = new List<Vector2>();
        var pen = points[0].OnLine ? points[0].At : points[^1].OnLine ? points[^1].At : (points[0].At + points[^1].At) / 2;
        line.Add(pen);
        for (var i = points[0].OnLine ? 1 : 0; i < points.Length; i++)
        {
            var point = points[i];
            if (point.OnLine)
            {
                line.Add(pen = point.At);
                continue;
            }

            var next = i + 1 < points.Length ? points[i + 1] : new(line[0], true);
            var end = next.OnLine ? next.At : (point.At + next.At) / 2;
            for (var piece = 1; piece <= PiecesOfCurve; piece++)
            {
                var t = (float)piece / PiecesOfCurve;
                line.Add(Vector2.Lerp(Vector2.Lerp(pen, point.At, t), Vector2.Lerp(point.At, end, t), t));
            }

            pen = end;
        }

        return [.. line];
    }

    private int Unsigned(string table, int at) => BinaryPrimitives.ReadUInt16BigEndian(tables[table].AsSpan(at));

    private readonly record struct OutlinePoint(Vector2 At, bool OnLine);
}
