using Platform.Kernel.Indicators;
using Platform.National.Comparison;

namespace Platform.UnitTests.NationalLevel;

public sealed class RankingTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void A_ratio_under_its_floor_is_not_ranked(int denominator, bool ranked) =>
        Assert.Equal(ranked, RankingFloor.Ranks(Share(floor: 5), 50, denominator));

    [Fact]
    public void A_ratio_that_does_not_say_over_how_many_cases_is_not_ranked() => Assert.False(RankingFloor.Ranks(Share(floor: 5), 50, null));

    [Fact]
    public void Without_a_floor_every_figure_is_ranked() => Assert.True(RankingFloor.Ranks(Share(floor: null), 50, null));

    [Fact]
    public void Without_a_figure_there_is_no_rank() => Assert.False(RankingFloor.Ranks(Share(floor: null), null, 10));

    [Fact]
    public void An_indicator_without_a_better_side_is_not_ranked() =>
        Assert.False(RankingFloor.Ranks(RollUpRulesTests.Indicator(RollUp.Sum, IndicatorKind.Count, Direction.None), 50, null));

    [Fact]
    public void Equal_figures_share_a_place_and_the_next_counts_them_all() =>
        Assert.Equal([1, 2, 2, 4], Ranks.Of([90, 80, 80, 10], better: 0, before: 0));

    [Fact]
    public void A_tie_across_the_edge_of_a_page_keeps_its_place() =>
        // Fifty communes stand before the page; its first figure equals theirs from the 40th on.
        Assert.Equal([40, 52], Ranks.Of([70, 60], better: 39, before: 50));

    [Theory]
    [InlineData(null, 0)]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(100, 5)]
    public void Shades_are_equal_steps_and_nothing_known_has_none(int? value, int shade) => Assert.Equal(shade, Shades.Of(value, 100));

    [Fact]
    public void Percentages_are_shaded_against_the_full_hundred() => Assert.Equal(100, Shades.Top(Share(floor: null), [10, 20]));

    [Fact]
    public void Counts_are_shaded_against_the_highest() =>
        Assert.Equal(20, Shades.Top(RollUpRulesTests.Indicator(RollUp.Sum, IndicatorKind.Count), [10, null, 20]));

    private static StandardIndicator Share(int? floor) => RollUpRulesTests.Indicator(RollUp.Recompute, IndicatorKind.Percentage, floor: floor);
}
