using Platform.Documents.FileTypes;

namespace Platform.Documents.Pictures;

/// <summary>PNG pictures decoded and encoded anew: nothing of the file that was sent goes on but what is seen.</summary>
internal static class Png
{
    /// <exception cref="FileRefusedException">It is no whole PNG, or of more pixels than are accepted.</exception>
    public static void Rewrite(Stream source, Stream target)
    {
        var reader = new PngReader(source);
        using var writer = new PngWriter(target, reader.Header, reader.Palette, reader.Transparency);
        reader.ReadRows((_, row, samples) => writer.WriteRow(row, samples));
    }

    /// <summary>Makes a picture that fits the box, keeping its shape; one that fits already is only encoded anew. For logos.</summary>
    /// <exception cref="FileRefusedException">It is no whole PNG, or of more than <see cref="Pixels.Most"/> pixels.</exception>
    public static void Fit(Stream source, Stream target, int width, int height)
    {
        var pixels = Pixels.Of(new PngReader(source)).Fit(width, height);
        using var writer = new PngWriter(target, new PngHeader(pixels.Width, pixels.Height, 8, PngHeader.RgbAlpha, Interlaced: false), null, null);
        for (var row = 0; row < pixels.Height; row++)
        {
            writer.WriteRow(row, pixels.Row(row));
        }
    }
}
