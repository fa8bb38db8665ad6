using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Indicators;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Tracking;

/// <summary>
/// The rule behind the colour. From the baseline to the target a straight line in time says what is expected on a day. An indicator is on track when
/// it has come at least 85 % of the way that is expected by then, at risk from 50 %, off track below. A target that is reached is reached at any time;
/// after the due date it is reached or missed. Without a due date only a reached target is judged, for nothing says by when.
/// </summary>
internal static class TrackRule
{
    /// <summary>Share of the expected way from which an indicator is on track: a margin of 15 %.</summary>
    public const decimal OnTrackFrom = 0.85m;

    /// <summary>Share of the expected way from which an indicator is at risk, and below which it is off track.</summary>
    public const decimal AtRiskFrom = 0.5m;

    /// <param name="parts">The latest version of each snapshot of the indicator's own periodicity, in order of time.</param>
    /// <param name="until">Snapshots of later periods are left aside.</param>
    /// <returns>None where there is no target, no direction, or no value to judge, or none from before the due date of what is counted as it happens.</returns>
    public static TrackResult? Assess(IndicatorRules indicator, IReadOnlyList<Part> parts, DateOnly until)
    {
        if (indicator.Target is not { } target || indicator.Direction == Direction.None)
        {
            return null;
        }

        var past = parts.Where(part => part.Period.End <= until).ToList();
        if (past.Count == 0 || past[^1].Value is not { } last)
        {
            return null;
        }

        var start = StartOf(indicator, past);
        var counted = indicator.Accumulates ? past.Where(part => Counts(part.Period, start, target)).ToList() : [];
        if (indicator.Accumulates && counted.Count == 0)
        {
            // What happened before the due date is not known: nothing is held against anybody.
            return null;
        }

        var value = indicator.Accumulates ? counted.Sum(part => part.Value ?? 0) : last;
        var asOf = past[^1].Period.End;
        var (track, expected, reached, pastDue) = Judge(indicator.Direction, target, start, value, asOf);
        return track is { } judged ? new(judged, value, expected, asOf, start, reached, pastDue) : null;
    }

    /// <summary>The commune's baseline; without one, nothing at the beginning of the first period, or where less is better its first value.</summary>
    private static Baseline StartOf(IndicatorRules indicator, List<Part> past) => indicator.Baseline
        ?? new(indicator.Direction == Direction.Down ? past.Find(part => part.Value is not null)?.Value ?? 0 : 0, past[0].Period.Start);

    private static bool Counts(Period period, Baseline start, Target target) =>
        period.End >= start.On && (target.Due is not { } due || period.Start <= due);

    private static (Track? Track, decimal? Expected, bool Reached, bool PastDue) Judge(
        Direction direction, Target target, Baseline start, decimal value, DateOnly asOf)
    {
        var pastDue = target.Due < asOf;
        if (direction == Direction.Up ? value >= target.Value : value <= target.Value)
        {
            return (Track.OnTrack, null, true, pastDue);
        }

        if (target.Due is not { } due)
        {
            return (null, null, false, false);
        }

        var way = target.Value - start.Value;
        var isUphill = direction == Direction.Up ? way > 0 : way < 0;
        var expected = start.Value + (way * Elapsed(start.On, due, asOf));

        // Where the start was at the target or beyond it, anything short of it has fallen back.
        if (pastDue || !isUphill)
        {
            return (Track.OffTrack, pastDue ? target.Value : expected, false, pastDue);
        }

        var expectedWay = expected - start.Value;
        var share = expectedWay == 0
            ? (value == start.Value || (value > start.Value) == (direction == Direction.Up) ? 1 : 0)
            : (value - start.Value) / expectedWay;
        return (share >= OnTrackFrom ? Track.OnTrack : share >= AtRiskFrom ? Track.AtRisk : Track.OffTrack, expected, false, false);
    }

    private static decimal Elapsed(DateOnly from, DateOnly due, DateOnly asOf) => due <= from
        ? 1
        : Math.Clamp((decimal)(asOf.DayNumber - from.DayNumber) / (due.DayNumber - from.DayNumber), 0, 1);
}
