using Platform.Kernel.Time;
using Platform.National.Dashboard;

namespace Platform.UnitTests.NationalLevel;

public sealed class ReportedMonthsTests
{
    private static readonly ReportedMonths Months = new(Period.Parse("2025-11"), Period.Parse("2026-10"));

    [Fact]
    public void Months_quarters_and_years_are_offered_from_the_newest_to_the_first_reported()
    {
        Assert.Equal(12, Months.All(Periodicity.Monthly).Count());
        Assert.Equal(["2026-Q4", "2026-Q3", "2026-Q2", "2026-Q1", "2025-Q4"], Months.All(Periodicity.Quarterly).Select(period => period.ToString()));
        Assert.Equal(["2026", "2025"], Months.All(Periodicity.Yearly).Select(period => period.ToString()));
    }

    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026-Q1", "2026-03")]
    [InlineData("2025", "2025-12")]
    [InlineData("2026-Q4", "2026-10")]
    [InlineData("2026", "2026-10")]
    [InlineData("2027-01", "2027-01")]
    public void Stages_are_those_at_the_end_of_the_period_or_the_latest_while_it_runs(string period, string month) =>
        Assert.Equal(month, Months.EndOf(Period.Parse(period)).ToString());

    [Fact]
    public void A_trend_goes_back_in_periods_of_the_same_length() =>
        Assert.Equal(["2026-Q1", "2026-Q2", "2026-Q3"], DashboardReader.Window(Period.Parse("2026-Q3"), 3).Select(period => period.ToString()));
}
