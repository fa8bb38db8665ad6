using System.Globalization;

namespace Platform.Tenancy.Provisioning;

/// <summary>Contrast of two colours as WCAG 2.2 defines it.</summary>
internal static class Contrast
{
    /// <summary>WCAG 2.2, 1.4.3: 4.5 to 1 for text.</summary>
    private const double Minimum = 4.5;

    /// <param name="colour"><c>#rrggbb</c>.</param>
    public static bool ReadableUnderWhite(string colour) => 1.05 / (Luminance(colour) + 0.05) >= Minimum;

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
