using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Indicators;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.UnitTests.Commitments.Indicators;

public sealed class DerivationTests
{
    private static readonly Period Quarter = Period.Parse("2026-Q1");

    [Fact]
    public void Last_takes_the_figure_at_the_end()
    {
        var figure = Derive(DeriveRule.Last, IndicatorKind.Percentage, Share("2026-01", 1, 2), Share("2026-02", 1, 4), Share("2026-03", 3, 4));

        Assert.Equal((75m, 3m, 4m), (figure!.Value, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Last_needs_only_the_last_part() =>
        Assert.Equal(5, Derive(DeriveRule.Last, IndicatorKind.Count, Count("2026-03", 5))!.Value);

    [Fact]
    public void Last_without_the_last_part_gives_nothing() =>
        Assert.Null(Derive(DeriveRule.Last, IndicatorKind.Count, Count("2026-01", 5), Count("2026-02", 5)));

    [Fact]
    public void Sum_adds_all_parts() =>
        Assert.Equal(6, Derive(DeriveRule.Sum, IndicatorKind.Count, Count("2026-01", 1), Count("2026-02", 2), Count("2026-03", 3))!.Value);

    [Fact]
    public void Mean_is_over_the_parts_that_have_a_value()
    {
        var empty = new Part(Period.Parse("2026-02"), 1, null, null, null, false);

        Assert.Equal(3, Derive(DeriveRule.Mean, IndicatorKind.Scale, Count("2026-01", 2), empty, Count("2026-03", 4))!.Value);
    }

    [Fact]
    public void Recompute_divides_the_sums_and_never_takes_the_mean_of_percentages()
    {
        var figure = Derive(DeriveRule.Recompute, IndicatorKind.Percentage, Share("2026-01", 1, 1), Share("2026-02", 0, 8), Share("2026-03", 0, 1));

        Assert.Equal((10m, 1m, 10m), (figure!.Value, figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void A_ratio_is_recomputed_without_the_hundred() =>
        Assert.Equal(1.5m, Derive(DeriveRule.Recompute, IndicatorKind.Ratio, Share("2026-01", 1, 1), Share("2026-02", 1, 0), Share("2026-03", 1, 1))!.Value);

    [Fact]
    public void What_a_figure_may_be_is_what_a_database_keeps_of_it()
    {
        Assert.True(Shares.IsStorable(IndicatorKind.Percentage, 1, 3));
        Assert.True(Shares.IsStorable(IndicatorKind.Percentage, 1, 0));
        Assert.False(Shares.IsStorable(IndicatorKind.Ratio, StoredNumber.Most, 0.0001m));
        Assert.True(StoredNumber.Fits(-0.1234m));
        Assert.False(StoredNumber.Fits(0.12345m));
        Assert.False(StoredNumber.Fits(StoredNumber.Most * 10));
    }

    [Fact]
    public void A_share_of_nothing_has_no_value_but_is_a_figure()
    {
        var figure = Derive(DeriveRule.Recompute, IndicatorKind.Percentage, Share("2026-01", 0, 0), Share("2026-02", 0, 0), Share("2026-03", 0, 0));

        Assert.NotNull(figure);
        Assert.Null(figure.Value);
    }

    [Theory]
    [InlineData(nameof(DeriveRule.Sum))]
    [InlineData(nameof(DeriveRule.Mean))]
    [InlineData(nameof(DeriveRule.Recompute))]
    public void Half_a_period_is_not_taken_for_the_whole(string rule) =>
        Assert.Null(Derive(Enum.Parse<DeriveRule>(rule), IndicatorKind.Percentage, Share("2026-01", 1, 2), Share("2026-02", 1, 2)));

    [Fact]
    public void Percentages_without_their_terms_are_not_recomputed() =>
        Assert.Null(Derive(DeriveRule.Recompute, IndicatorKind.Percentage, Count("2026-01", 10), Count("2026-02", 20), Count("2026-03", 30)));

    [Fact]
    public void A_year_of_a_quarterly_indicator_is_made_of_its_quarters() =>
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"], PeriodParts.Of(Period.Parse("2026"), Periodicity.Quarterly).Select(part => part.ToString()));

    [Fact]
    public void A_month_closes_its_quarter_and_its_year_only_once_they_have_ended()
    {
        Assert.Empty(PeriodParts.ClosedAround(Period.Parse("2026-10"), new DateOnly(2026, 11, 22)));
        Assert.Equal(["2026-Q3"], PeriodParts.ClosedAround(Period.Parse("2026-09"), new DateOnly(2026, 11, 22)).Select(period => period.ToString()));
        Assert.Equal(["2025-Q4", "2025"], PeriodParts.ClosedAround(Period.Parse("2025-12"), new DateOnly(2026, 1, 1)).Select(period => period.ToString()));
    }

    [Fact]
    public void A_corrected_part_changes_the_digest_and_an_unused_one_does_not()
    {
        var before = Derive(DeriveRule.Last, IndicatorKind.Count, Count("2026-01", 1), Count("2026-02", 2), Count("2026-03", 3))!.RowDigest;

        Assert.Equal(before, Derive(DeriveRule.Last, IndicatorKind.Count, Count("2026-01", 9), Count("2026-02", 2), Count("2026-03", 3))!.RowDigest);
        Assert.NotEqual(before, Derive(DeriveRule.Last, IndicatorKind.Count, Count("2026-01", 1), Count("2026-02", 2), Count("2026-03", 4))!.RowDigest);
    }

    private static Figure? Derive(DeriveRule rule, IndicatorKind kind, params Part[] parts) =>
        Figure.Derived(rule, kind, PeriodParts.Of(Quarter, Periodicity.Monthly), parts.ToDictionary(part => part.Period));

    private static Part Count(string month, decimal value) => new(Period.Parse(month), 1, value, null, null, false);

    private static Part Share(string month, decimal numerator, decimal denominator) => new(
        Period.Parse(month), 1, Shares.Of(IndicatorKind.Percentage, numerator, denominator), numerator, denominator, false);
}
