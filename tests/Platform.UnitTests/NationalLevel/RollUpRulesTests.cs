using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;

namespace Platform.UnitTests.NationalLevel;

public sealed class RollUpRulesTests
{
    [Fact]
    public void A_count_is_added_up() =>
        Assert.Equal(12, RollUpRules.Value(Indicator(RollUp.Sum, IndicatorKind.Count), Sums((5, 0, 0, 1000), (7, 0, 0, 1))));

    [Fact]
    public void A_share_is_recomputed_from_numerators_and_denominators_and_is_no_mean_of_percentages()
    {
        // 9 of 10 activities and 0 of 90: a mean of percentages would say 45 %.
        var region = RollUpRules.Value(Indicator(RollUp.Recompute, IndicatorKind.Percentage), Sums((90, 9, 10, 100), (0, 0, 90, 100)));

        Assert.Equal(9, region);
    }

    [Fact]
    public void A_ratio_is_recomputed_without_the_hundred() =>
        Assert.Equal(0.25m, RollUpRules.Value(Indicator(RollUp.Recompute, IndicatorKind.Ratio), Sums((1, 1, 1, 100), (0, 0, 3, 100))));

    [Fact]
    public void A_score_is_weighed_by_population() =>
        Assert.Equal(4.5m, RollUpRules.Value(Indicator(RollUp.PopulationMean, IndicatorKind.Scale), Sums((5, 0, 0, 75_000), (3, 0, 0, 25_000))));

    [Fact]
    public void What_is_not_rolled_up_has_no_figure() =>
        Assert.Null(RollUpRules.Value(Indicator(RollUp.None, IndicatorKind.Count), Sums((5, 0, 0, 1000))));

    [Theory]
    [InlineData(RollUp.Sum)]
    [InlineData(RollUp.Recompute)]
    [InlineData(RollUp.PopulationMean)]
    public void Where_nobody_reported_there_is_no_figure_rather_than_zero(RollUp rule) =>
        Assert.Null(RollUpRules.Value(Indicator(rule, IndicatorKind.Percentage), RegionSums.Zero));

    [Fact]
    public void A_share_over_nothing_has_no_figure() =>
        Assert.Null(RollUpRules.Value(Indicator(RollUp.Recompute, IndicatorKind.Percentage), Sums((0, 0, 0, 100))));

    internal static StandardIndicator Indicator(
        RollUp rollUp, IndicatorKind kind, Direction direction = Direction.Up, int? floor = null, string code = "test") =>
        new(code, new("x"), new("x"), new("x"), kind, direction, Periodicity.Monthly, rollUp, floor);

    /// <summary>As the database adds them up: value, numerator, denominator, population of each commune.</summary>
    private static RegionSums Sums(params (decimal Value, decimal Numerator, decimal Denominator, int Population)[] communes) => communes
        .Select(commune => new RegionSums(
            1, commune.Value, commune.Value * commune.Population, commune.Population, commune.Numerator, commune.Denominator, 0))
        .Aggregate(RegionSums.Zero, (all, one) => all + one);
}
