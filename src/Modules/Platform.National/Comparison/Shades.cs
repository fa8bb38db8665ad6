using Platform.Kernel.Indicators;

namespace Platform.National.Comparison;

/// <summary>How dark a region is on the map: 1 to 5 in equal steps, 0 where there is no figure. Dark means much, not good.</summary>
internal static class Shades
{
    public const int Darkest = 5;

    private const decimal FullPercentage = 100;

    /// <summary>The value that the darkest shade begins to end at: 100 for percentages, so that two months can be laid side by side; else the highest.</summary>
    public static decimal Top(StandardIndicator indicator, IEnumerable<decimal?> values) =>
        indicator.Kind == IndicatorKind.Percentage ? FullPercentage : values.Max() ?? 0;

    public static int Of(decimal? value, decimal top) => value switch
    {
        null => 0,
        _ when top <= 0 => 1,
        { } known => Math.Clamp((int)Math.Ceiling(known / top * Darkest), 1, Darkest),
    };
}
