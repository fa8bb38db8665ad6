using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;

namespace Platform.Commitments.Indicators;

/// <summary>The value of a share or ratio from its two terms.</summary>
internal static class Shares
{
    private const int Decimals = 4;

    /// <returns>None where there is nothing to divide by.</returns>
    public static decimal? Of(IndicatorKind kind, decimal numerator, decimal denominator) => denominator == 0
        ? null
        : Math.Round((kind == IndicatorKind.Percentage ? 100 : 1) * numerator / denominator, Decimals);

    /// <summary>False where what one is of the other is too large to be kept: of a denominator near nothing.</summary>
    public static bool IsStorable(IndicatorKind kind, decimal numerator, decimal denominator) => StoredNumber.Fits(Of(kind, numerator, denominator));
}
