using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>All there is to know of one indicator.</summary>
/// <param name="Snapshots">The latest period first and in it the latest version.</param>
internal sealed record IndicatorSheet(Indicator Indicator, IReadOnlyList<IndicatorSnapshot> Snapshots)
{
    public IndicatorRules Rules { get; } = IndicatorRules.Of(Indicator);

    /// <summary>The latest version of each period.</summary>
    public IReadOnlyDictionary<Period, Part> Parts { get; } = Part.Latest(Snapshots.Select(Part.Of));

    /// <summary>Those of the indicator's own periodicity, in order of time.</summary>
    public IReadOnlyList<Part> Trend => field ??= [.. Parts.Values.Where(part => part.Period.Periodicity == Indicator.Periodicity).OrderBy(part => part.Period)];

    public TrackResult? Track => Trend.Count == 0 ? null : TrackRule.Assess(Rules, Trend, Trend[^1].Period.End);

    /// <summary>The period that is shown when none is asked for: the latest of the indicator's own.</summary>
    public Period? LatestPeriod => Trend.Count == 0 ? null : Trend[^1].Period;

    /// <summary>The latest version of a period's snapshot.</summary>
    public IndicatorSnapshot? Of(Period period) => Snapshots.FirstOrDefault(snapshot => snapshot.Period == period);
}
