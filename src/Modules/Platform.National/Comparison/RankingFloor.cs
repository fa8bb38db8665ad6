using Platform.Kernel.Indicators;

namespace Platform.National.Comparison;

/// <summary>A ratio over few cases jumps with each of them: below the indicator's floor it is shown, and takes no part in the ranking.</summary>
internal static class RankingFloor
{
    /// <summary>True where the figure may be ranked: the indicator has a better side, and enough cases stand behind the figure.</summary>
    public static bool Ranks(StandardIndicator indicator, decimal? value, decimal? denominator) =>
        value is not null && indicator.Direction != Direction.None && Reaches(indicator, denominator);

    /// <summary>True where enough cases stand behind the figure; a ratio that does not say over how many cases it is does not.</summary>
    public static bool Reaches(StandardIndicator indicator, decimal? denominator) =>
        indicator.RankingFloor is not { } floor || denominator >= floor;
}
