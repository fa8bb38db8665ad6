using Platform.Kernel.Indicators;

namespace Platform.National.Comparison;

/// <summary>How the figures of communes become one figure, by the rule that the indicator states. A percentage is never averaged.</summary>
internal static class RollUpRules
{
    private const int Decimals = 4;

    /// <summary>The figure of the whole, or none where the rule or the data gives none.</summary>
    public static decimal? Value(StandardIndicator indicator, RegionSums sums)
    {
        if (sums.Communes == 0)
        {
            return null;
        }

        return indicator.RollUp switch
        {
            RollUp.Sum => sums.Values,
            RollUp.PopulationMean => Divide(sums.WeighedValues, sums.Population),
            RollUp.Recompute => Divide(indicator.Kind == IndicatorKind.Percentage ? 100 * sums.Numerators : sums.Numerators, sums.Denominators),
            _ => null,
        };
    }

    /// <summary>Key of the words that state the rule.</summary>
    public static string TextKey(RollUp rule) => "RollUp" + rule;

    private static decimal? Divide(decimal numerator, decimal denominator) =>
        denominator == 0 ? null : Math.Round(numerator / denominator, Decimals);
}
