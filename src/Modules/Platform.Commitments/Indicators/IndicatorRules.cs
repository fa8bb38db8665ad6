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
    Baseline? Baseline,
    Period? MeasuredFrom = null,
    Period? AddedFrom = null,
    Period? WithdrawnFrom = null)
{
    public static IndicatorRules Of(Indicator indicator) => new(
        indicator.Id, indicator.Code, indicator.Level, indicator.Kind, indicator.Direction, indicator.Periodicity, indicator.Behaviour,
        indicator.Derive, indicator.MeasureKey, indicator.Target, indicator.Baseline, indicator.MeasuredFrom, indicator.AddedFrom, indicator.WithdrawnFrom);

    /// <summary>What counts a period; none where its value is entered by hand.</summary>
    public string? MeasureFor(Period period) => MeasureFor(MeasureKey, MeasuredFrom, period);

    /// <summary>No figure of a period is taken before it came to the library, nor after it left.</summary>
    public bool IsInLibrary(Period period) => IsInLibrary(AddedFrom, WithdrawnFrom, period);

    public static bool IsInLibrary(Period? added, Period? withdrawn, Period period) =>
        !(added is { } first && period.End < first.Start) && !(withdrawn is { } from && period.Start >= from.Start);

    public static string? MeasureFor(string? key, Period? from, Period period) => from is { } first && period.Start < first.Start ? null : key;

    /// <summary>What happens is counted towards the target from the beginning on; what is there is compared as it is.</summary>
    public bool Accumulates => Behaviour == PeriodBehaviour.Flow && Derive == DeriveRule.Sum;
}
