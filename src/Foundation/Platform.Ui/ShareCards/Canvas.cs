using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using Platform.Ui.Pictures;

namespace Platform.Ui.ShareCards;

/// <summary>A picture in three colours of eight bits, into which shapes are filled with soft edges.</summary>
internal sealed class Canvas(int width, int height)
{
    private const int Channels = 3;

    private readonly byte[] pixels = new byte[width * height * Channels];

    public int Width => width;

    public int Height => height;

    /// <summary>Fills whole rows.</summary>
    public void FillRows(int from, int to, Colour colour)
    {
        for (var at = from * width; at < to * width; at++)
        {
            Blend(at, colour, 1);
        }
    }

    /// <summary>
    /// Fills what closed lines go round, however often. Each piece of a line adds to every pixel beside it how much of that pixel lies on its one side;
    /// summed up along a row, that is how much of each pixel is inside.
    /// </summary>
    public void Fill(IEnumerable<Vector2[]> lines, Vector2 at, Colour colour)
    {
        var sums = new float[(width * height) + 2];
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Length; i++)
            {
                Add(sums, line[i] + at, line[(i + 1) % line.Length] + at);
            }
        }

        for (var row = 0; row < height; row++)
        {
            var inside = 0f;
            for (var pixel = row * width; pixel < (row + 1) * width; pixel++)
            {
                inside += sums[pixel];
                Blend(pixel, colour, Math.Min(Math.Abs(inside), 1));
            }
        }
    }

    /// <summary>The picture as a PNG.</summary>
    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        file.Write(PngChunk.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2); // eight bits a sample, red, green and blue
        PngChunk.Write(file, PngChunk.Header, header);
        using var data = new MemoryStream();
        using (var packed = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
            {
                packed.WriteByte(0); // no filter: large areas of one colour pack best as they are
                packed.Write(pixels.AsSpan(row * width * Channels, width * Channels));
            }
        }

        PngChunk.Write(file, PngChunk.Data, data.ToArray());
        PngChunk.Write(file, PngChunk.End, []);
        return file.ToArray();
    }

    private void Add(float[] sums, Vector2 from, Vector2 to)
    {
        if (from.Y == to.Y)
        {
            return;
        }

        var direction = from.Y < to.Y ? 1 : -1;
        var (top, bottom) = direction > 0 ? (from, to) : (to, from);
        var slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        for (var row = (int)Math.Max(0, MathF.Floor(top.Y)); row < Math.Min(height, bottom.Y); row++)
        {
            var (start, end) = (Math.Max(top.Y, row), Math.Min(bottom.Y, row + 1));
            var (x, next) = (Clamp(top.X + ((start - top.Y) * slope)), Clamp(top.X + ((end - top.Y) * slope)));
            AddToRow(sums, row * width, Math.Min(x, next), Math.Max(x, next), (end - start) * direction);
        }

        float Clamp(float x) => Math.Clamp(x, 0, width - 1);
    }

    /// <param name="rise">How much of the row's height the piece goes through, with its direction.</param>
    private static void AddToRow(float[] sums, int row, float left, float right, float rise)
    {
        var (first, last) = ((int)left, (int)MathF.Ceiling(right));
        if (last <= first + 1)
        {
            var outside = ((left + right) / 2) - first;
            sums[row + first] += rise * (1 - outside);
            sums[row + first + 1] += rise * outside;
            return;
        }

        // What lies to the right of the piece, pixel by pixel: the sum of what was added so far grows from nothing to the whole rise.
        var before = 0f;
        for (var pixel = first; pixel <= last; pixel++)
        {
            var covered = rise * MeanPassed(pixel, left, right);
            sums[row + pixel] += covered - before;
            before = covered;
        }
    }

    /// <summary>How much of a pixel lies behind a piece that goes evenly from left to right.</summary>
    private static float MeanPassed(int pixel, float left, float right)
    {
        return (Passed(pixel + 1) - Passed(pixel)) / (right - left);

        // The integral of the share that has been passed.
        float Passed(float x) => x <= left ? 0 : x >= right ? ((right - left) * (right - left) / 2) + ((x - right) * (right - left)) : (x - left) * (x - left) / 2;
    }

    private void Blend(int pixel, Colour colour, float share)
    {
        if (share <= 0)
        {
            return;
        }

        var at = pixel * Channels;
        (pixels[at], pixels[at + 1], pixels[at + 2]) = (Mix(pixels[at], colour.Red), Mix(pixels[at + 1], colour.Green), Mix(pixels[at + 2], colour.Blue));

        byte Mix(byte old, byte wanted) => (byte)MathF.Round(old + ((wanted - old) * share));
    }

    internal readonly record struct Colour(byte Red, byte Green, byte Blue)
    {
        public static Colour White { get; } = new(255, 255, 255);

        /// <param name="hex">As in style sheets: <c>#12456b</c>.</param>
        public static Colour Of(string hex)
        {
            var value = int.Parse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        }
    }
}
