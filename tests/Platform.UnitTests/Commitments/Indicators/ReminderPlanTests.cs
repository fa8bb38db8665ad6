using Platform.Commitments.Indicators.Reminders;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.UnitTests.Commitments.Indicators;

public sealed class ReminderPlanTests
{
    private static readonly ReportingPeriod Quarter = new(Period.Parse("2026-Q3"), new(2026, 10, 1), new(2026, 11, 15));
    private static readonly int[] Steps = [-14, -3, 1, 15];

    [Theory]
    [InlineData("2026-10-31", null)]
    [InlineData("2026-11-01", -14)]
    [InlineData("2026-11-11", -14)]
    [InlineData("2026-11-12", -3)]
    [InlineData("2026-11-15", -3)]
    [InlineData("2026-11-16", 1)]
    [InlineData("2026-11-30", 15)]
    [InlineData("2026-12-14", 15)]
    [InlineData("2026-12-15", null)]
    public void The_latest_step_that_has_come_is_due_and_nothing_stale(string today, int? step) =>
        Assert.Equal(step, ReminderPlan.StepOf(Quarter, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Steps));

    [Fact]
    public void Nobody_is_reminded_of_what_cannot_be_submitted_yet()
    {
        var unopened = Quarter with { OpensOn = new(2026, 11, 10) };
        var running = new ReportingPeriod(Period.Parse("2026-Q4"), new(2026, 10, 1), new(2027, 1, 5));

        Assert.Null(ReminderPlan.StepOf(unopened, new(2026, 11, 5), Steps));
        Assert.Null(ReminderPlan.StepOf(running, new(2026, 12, 30), Steps));
    }

    [Fact]
    public void Days_that_are_no_days_before_or_after_are_refused()
    {
        Assert.Empty(new ReminderOptions().Validate(new(new object())));
        Assert.Equal([-14, -3, 1, 15], new ReminderOptions().Steps);
        Assert.Single(new ReminderOptions { DaysAfter = [0] }.Validate(new(new object())));
        Assert.Single(new ReminderOptions { DaysBefore = [-1] }.Validate(new(new object())));
    }
}
