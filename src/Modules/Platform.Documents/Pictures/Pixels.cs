using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>A picture as red, green, blue and opacity of each pixel.</summary>
internal sealed class Pixels(int width, int height)
{
    /// <summary>16 million bytes.</summary>
    public const int Most = 4_000_000;

    private const int Channels = 4;
    private const byte Opaque = 255;

    private readonly byte[] values = new byte[width * height * Channels];

    public int Width => width;

    public int Height => height;

    public ReadOnlySpan<byte> Row(int row) => values.AsSpan(row * width * Channels, width * Channels);

    public ReadOnlySpan<byte> At(int x, int y) => values.AsSpan(((y * width) + x) * Channels, Channels);

    public void Set(int x, int y, byte red, byte green, byte blue, byte opacity)
    {
        var at = ((y * width) + x) * Channels;
        (values[at], values[at + 1], values[at + 2], values[at + 3]) = (red, green, blue, opacity);
    }

    /// <exception cref="FileRefusedException">It has more than <see cref="Most"/> pixels, or is broken.</exception>
    public static Pixels Of(PngReader reader)
    {
        var header = reader.Header;
        if ((long)header.Width * header.Height > Most)
        {
            throw new FileRefusedException(Refusal.TooManyPixels);
        }

        var pixels = new Pixels(header.Width, header.Height);
        reader.ReadRows((pass, row, samples) =>
        {
            var y = pass.Y + (row * pass.StepY);
            for (var column = 0; column < pass.Columns(header); column++)
            {
                pixels.Take(reader, samples, column, pass.X + (column * pass.StepX), y);
            }
        });
        return pixels;
    }

    /// <summary>Averages the area that each new pixel covers, weighing colours by their opacity so that transparent ones do not bleed.</summary>
    public Pixels Fit(int boxWidth, int boxHeight)
    {
        if (width <= boxWidth && height <= boxHeight)
        {
            return this;
        }

        var scale = Math.Max((double)width / boxWidth, (double)height / boxHeight);
        var (newWidth, newHeight) = (Math.Max(1, (int)Math.Round(width / scale)), Math.Max(1, (int)Math.Round(height / scale)));
        var small = new Pixels(newWidth, newHeight);
        var (stepX, stepY) = ((double)width / newWidth, (double)height / newHeight);
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                Average(small, x, y, stepX, stepY);
            }
        }

        return small;
    }

    private void Average(Pixels small, int x, int y, double stepX, double stepY)
    {
        var (left, top, right, bottom) = (x * stepX, y * stepY, Math.Min(width, (x + 1) * stepX), Math.Min(height, (y + 1) * stepY));
        double red = 0, green = 0, blue = 0, opacity = 0, area = 0;
        for (var row = (int)top; row < bottom; row++)
        {
            var tall = Math.Min(bottom, row + 1) - Math.Max(top, row);
            for (var column = (int)left; column < right; column++)
            {
                var covered = tall * (Math.Min(right, column + 1) - Math.Max(left, column));
                var pixel = At(column, row);
                var weight = covered * pixel[3];
                red += weight * pixel[0];
                green += weight * pixel[1];
                blue += weight * pixel[2];
                opacity += weight;
                area += covered;
            }
        }

        if (opacity > 0)
        {
            small.Set(x, y, Rounded(red / opacity), Rounded(green / opacity), Rounded(blue / opacity), Rounded(opacity / area));
        }
    }

    private static byte Rounded(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    private void Take(PngReader reader, ReadOnlySpan<byte> samples, int column, int x, int y)
    {
        var (header, transparency) = (reader.Header, reader.Transparency);
        var first = column * header.Channels;
        switch (header.Colour)
        {
            case PngHeader.Indexed:
                var index = PngSamples.At(samples, column, header.Depth);
                var palette = reader.Palette!;
                Set(x, y, palette[index * 3], palette[(index * 3) + 1], palette[(index * 3) + 2], index < transparency?.Length ? transparency[index] : Opaque);
                break;
            case PngHeader.Grey or PngHeader.GreyAlpha:
                var sample = PngSamples.At(samples, first, header.Depth);
                var grey = header.Depth < 8 ? (byte)(sample * 255 / ((1 << header.Depth) - 1)) : (byte)sample;
                var opacity = header.Colour == PngHeader.GreyAlpha ? (byte)PngSamples.At(samples, first + 1, header.Depth)
                    : transparency is not null && sample == Told(transparency, 0, header.Depth) ? (byte)0 : Opaque;
                Set(x, y, grey, grey, grey, opacity);
                break;
            default:
                var (red, green, blue) = (Sample(samples, first), Sample(samples, first + 1), Sample(samples, first + 2));
                var through = header.Colour == PngHeader.RgbAlpha ? Sample(samples, first + 3)
                    : transparency is not null && red == Told(transparency, 0, header.Depth) && green == Told(transparency, 1, header.Depth)
                        && blue == Told(transparency, 2, header.Depth) ? (byte)0 : Opaque;
                Set(x, y, red, green, blue, through);
                break;
        }

        byte Sample(ReadOnlySpan<byte> row, int at) => (byte)PngSamples.At(row, at, header.Depth);
    }

    /// <summary>A sample of the transparent colour, which is written in 16 bits, as <see cref="PngSamples.At"/> reads samples of this depth.</summary>
    private static int Told(byte[] transparency, int channel, int depth) => depth == 16 ? transparency[channel * 2] : transparency[(channel * 2) + 1];
}
