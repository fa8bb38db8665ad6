using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;

namespace Platform.Commitments.Indicators;

/// <summary>How the figure of a quarter or a year comes from the snapshots of its parts.</summary>
internal enum DeriveRule
{
    /// <summary>That of the last part: what is there at the end.</summary>
    Last,

    /// <summary>The sum of all parts.</summary>
    Sum,

    /// <summary>The mean of the parts that have a value.</summary>
    Mean,

    /// <summary>From the summed numerators and denominators of all parts; never a mean of percentages.</summary>
    Recompute,
}

internal static class DeriveRules
{
    /// <summary>How figures of a kind come together where nobody says otherwise.</summary>
    public static DeriveRule For(IndicatorKind kind, PeriodBehaviour behaviour) =>
        behaviour == PeriodBehaviour.Stock ? DeriveRule.Last : kind switch
        {
            IndicatorKind.Count => DeriveRule.Sum,
            IndicatorKind.Percentage or IndicatorKind.Ratio => DeriveRule.Recompute,
            _ => DeriveRule.Mean,
        };
}
