using Platform.Kernel.Time;

namespace Platform.UnitTests.Kernel;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-10", Periodicity.Monthly, "2026-10-01", "2026-10-31")]
    [InlineData("2024-02", Periodicity.Monthly, "2024-02-01", "2024-02-29")]
    [InlineData("2026-Q4", Periodicity.Quarterly, "2026-10-01", "2026-12-31")]
    [InlineData("2026", Periodicity.Yearly, "2026-01-01", "2026-12-31")]
    public void A_period_is_read_and_written_the_same(string text, Periodicity periodicity, string start, string end)
    {
        var period = Period.Parse(text);

        Assert.Equal((periodicity, Day(start), Day(end)), (period.Periodicity, period.Start, period.End));
        Assert.Equal(text, period.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-q1")]
    [InlineData("2026-1")]
    [InlineData("1999")]
    [InlineData("20261")]
    [InlineData("2026/10")]
    [InlineData("٢٠٢٦-١٠")]
    public void What_is_no_period_is_refused(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void The_last_closed_month_is_the_one_before_today() =>
        Assert.Equal("2026-10", Period.LastClosed(new DateOnly(2026, 11, 1)).ToString());

    [Fact]
    public void A_quarter_is_made_of_its_three_months() =>
        Assert.Equal(["2026-07", "2026-08", "2026-09"], Period.Parse("2026-Q3").Months().Select(month => month.ToString()));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
