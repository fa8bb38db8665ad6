using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>What the rules need of an indicator, without its texts.</summary>
internal sealed record IndicatorRules(
    int Id,
    string Code,
    IndicatorLevel Level,
    IndicatorKind Kind,
    Direction Direction,
    Periodicity Periodicity,
    PeriodBehaviour Behaviour,
    DeriveRule Derive,
    string? MeasureKey,
    Target? Target,
    Baseline? Baseline)
{
    public static IndicatorRules Of(Indicator indicator) => new(
        indicator.Id, indicator.Code, indicator.Level, indicator.Kind, indicator.Direction, indicator.Periodicity, indicator.Behaviour,
        indicator.Derive, indicator.MeasureKey, indicator.Target, indicator.Baseline);

    /// <summary>What happens is counted towards the target from the beginning on; what is there is compared as it is.</summary>
    public bool Accumulates => Behaviour == PeriodBehaviour.Flow && Derive == DeriveRule.Sum;
}
