using System.Globalization;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.UnitTests.Commitments.Indicators;

public sealed class TrackRuleTests
{
    // From 0 on the 1st of January 2026 to 30 on the 1st of January 2027: on the 31st of October 303 of 365 days have gone, 24.9 is expected.
    [Theory]
    [InlineData(30, nameof(Track.OnTrack))]
    [InlineData(24.9, nameof(Track.OnTrack))]
    [InlineData(21.17, nameof(Track.OnTrack))]
    [InlineData(21.16, nameof(Track.AtRisk))]
    [InlineData(12.46, nameof(Track.AtRisk))]
    [InlineData(12.45, nameof(Track.OffTrack))]
    [InlineData(0, nameof(Track.OffTrack))]
    public void Before_the_due_date_the_way_expected_by_then_decides(double value, string expected)
    {
        var result = Assess(Direction.Up, new(30, Day("2027-01-01"), null), new(0, Day("2026-01-01")), ("2026-10", value));

        Assert.Equal(expected, result?.Track.ToString());
    }

    [Fact]
    public void The_expected_value_is_prorated_by_days()
    {
        var result = Assess(Direction.Up, new(30, Day("2027-01-01"), null), new(0, Day("2026-01-01")), ("2026-10", 10));

        Assert.Equal(24.9m, Math.Round(result!.Expected!.Value, 1));
        Assert.False(result.Reached);
    }

    // From 100 down to 20 within the same year: 33.6 is expected, a way of 66.4.
    [Theory]
    [InlineData(20, nameof(Track.OnTrack))]
    [InlineData(10, nameof(Track.OnTrack))]
    [InlineData(33.5, nameof(Track.OnTrack))]
    [InlineData(43.5, nameof(Track.OnTrack))]
    [InlineData(43.7, nameof(Track.AtRisk))]
    [InlineData(66.7, nameof(Track.AtRisk))]
    [InlineData(66.9, nameof(Track.OffTrack))]
    [InlineData(120, nameof(Track.OffTrack))]
    public void Where_less_is_better_the_way_leads_down(double value, string expected)
    {
        var result = Assess(Direction.Down, new(20, Day("2027-01-01"), null), new(100, Day("2026-01-01")), ("2026-10", value));

        Assert.Equal(expected, result?.Track.ToString());
    }

    [Theory]
    [InlineData(Direction.Up, 30, nameof(Track.OnTrack), true)]
    [InlineData(Direction.Up, 29.9, nameof(Track.OffTrack), false)]
    [InlineData(Direction.Down, 30, nameof(Track.OnTrack), true)]
    [InlineData(Direction.Down, 30.1, nameof(Track.OffTrack), false)]
    public void After_the_due_date_a_target_is_reached_or_missed(Direction direction, double value, string expected, bool reached)
    {
        var result = Assess(direction, new(30, Day("2026-09-30"), null), new(50, Day("2026-01-01")), ("2026-10", value));

        Assert.Equal((expected, reached, true), (result!.Track.ToString(), result.Reached, result.PastDue));
    }

    [Fact]
    public void No_target_no_colour() => Assert.Null(Assess(Direction.Up, null, null, ("2026-10", 5)));

    [Fact]
    public void No_direction_no_colour() => Assert.Null(Assess(Direction.None, new(30, Day("2027-01-01"), null), null, ("2026-10", 5)));

    [Fact]
    public void No_value_no_colour() => Assert.Null(Assess(Direction.Up, new(30, Day("2027-01-01"), null), null, ("2026-10", null)));

    [Fact]
    public void Without_a_due_date_only_a_reached_target_is_judged()
    {
        Assert.Null(Assess(Direction.Up, new(20, null, null), null, ("2026-10", 19)));
        Assert.True(Assess(Direction.Up, new(20, null, null), null, ("2026-10", 20))!.Reached);
    }

    [Fact]
    public void Without_a_baseline_the_line_begins_at_nothing_with_the_first_period()
    {
        var result = Assess(Direction.Up, new(12, Day("2026-12-31"), null), null, ("2026-01", 1), ("2026-06", 6));

        Assert.Equal(new Baseline(0, Day("2026-01-01")), result!.Start);
        Assert.Equal(Track.OnTrack, result.Track);
    }

    [Fact]
    public void Without_a_baseline_the_line_down_begins_at_the_first_value()
    {
        var result = Assess(Direction.Down, new(0, Day("2026-12-31"), null), null, ("2026-01", 12), ("2026-06", 11));

        Assert.Equal(new Baseline(12, Day("2026-01-01")), result!.Start);
        Assert.Equal(Track.OffTrack, result.Track);
    }

    [Fact]
    public void What_is_counted_as_it_happens_is_added_up_towards_the_target()
    {
        var rules = Rules(Direction.Up, new(10, Day("2026-12-31"), null), new(0, Day("2026-01-01")), PeriodBehaviour.Flow, DeriveRule.Sum);
        var parts = Parts([("2025-12", 100), ("2026-01", 3), ("2026-02", 4), ("2026-03", 0)]);

        var result = TrackRule.Assess(rules, parts, Day("2026-03-31"));

        Assert.Equal(7, result!.Value);
        Assert.Equal(Track.OnTrack, result.Track);
    }

    [Fact]
    public void What_nobody_counted_before_the_due_date_is_held_against_nobody()
    {
        var rules = Rules(Direction.Up, new(1, Day("2025-08-06"), null), null, PeriodBehaviour.Flow, DeriveRule.Sum);

        Assert.Null(TrackRule.Assess(rules, Parts([("2026-01", 3)]), Day("2026-01-31")));
    }

    [Fact]
    public void Later_periods_are_left_aside()
    {
        var rules = Rules(Direction.Up, new(30, Day("2027-01-01"), null), new(0, Day("2026-01-01")), PeriodBehaviour.Stock, DeriveRule.Last);

        var result = TrackRule.Assess(rules, Parts([("2026-01", 2), ("2026-10", 30)]), Day("2026-03-31"));

        Assert.Equal(2, result!.Value);
    }

    [Fact]
    public void On_the_first_day_nothing_is_expected_yet()
    {
        var result = Assess(Direction.Up, new(30, Day("2027-01-01"), null), new(5, Day("2026-10-31")), ("2026-10", 5));

        Assert.Equal(Track.OnTrack, result!.Track);
    }

    [Fact]
    public void Who_started_at_the_target_and_fell_back_is_off_track()
    {
        var result = Assess(Direction.Up, new(30, Day("2027-01-01"), null), new(40, Day("2026-01-01")), ("2026-10", 25));

        Assert.Equal(Track.OffTrack, result!.Track);
    }

    private static TrackResult? Assess(Direction direction, Target? target, Baseline? baseline, params (string Period, double? Value)[] points) =>
        TrackRule.Assess(Rules(direction, target, baseline, PeriodBehaviour.Stock, DeriveRule.Last), Parts(points), Period.Parse(points[^1].Period).End);

    private static IndicatorRules Rules(Direction direction, Target? target, Baseline? baseline, PeriodBehaviour behaviour, DeriveRule derive) => new(
        1, "one", IndicatorLevel.Dgct, IndicatorKind.Count, direction, Periodicity.Monthly, behaviour, derive, null, target, baseline);

    private static List<Part> Parts((string Period, double? Value)[] points) =>
        [.. points.Select(point => new Part(Period.Parse(point.Period), 1, (decimal?)point.Value, null, null, false))];

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
