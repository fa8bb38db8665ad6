using System.Globalization;

namespace Platform.Kernel.Communes;

/// <summary>Contrast of two colours as WCAG 2.2 defines it.</summary>
public static class Contrast
{
    /// <summary>WCAG 2.2, 1.4.3: 4.5 to 1 for text.</summary>
    private const double Minimum = 4.5;

    private const double Step = 0.95;

    /// <summary>Whether white text on this colour, and text of this colour on white, can be read.</summary>
    /// <param name="colour"><c>#rrggbb</c>.</param>
    public static bool ReadableUnderWhite(string colour) => 1.05 / (Luminance(colour) + 0.05) >= Minimum;

    /// <summary>The nearest colour, darkened step by step, that is readable: what a commune is offered where its own is too light.</summary>
    public static string Darkened(string colour)
    {
        double[] channels = [Byte(colour, 1), Byte(colour, 3), Byte(colour, 5)];
        var darkened = colour;
        while (!ReadableUnderWhite(darkened))
        {
            channels = [.. channels.Select(channel => channel * Step)];
            darkened = string.Create(CultureInfo.InvariantCulture, $"#{(int)channels[0]:x2}{(int)channels[1]:x2}{(int)channels[2]:x2}");
        }

        return darkened;
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = Byte(colour, at) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static int Byte(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
