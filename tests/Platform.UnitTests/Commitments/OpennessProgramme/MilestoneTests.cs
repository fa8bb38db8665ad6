using Platform.Commitments.OpennessProgramme;

namespace Platform.UnitTests.Commitments.OpennessProgramme;

public sealed class MilestoneTests
{
    [Fact]
    public void What_was_said_of_a_milestone_is_its_state()
    {
        Assert.Equal(MilestoneState.Kept, Of(new(2023, 6, 12), kept: true).StateOn(new(2020, 1, 1)));
        Assert.Equal(MilestoneState.Missed, Of(new(2023, 6, 12), kept: false).StateOn(new(2026, 1, 1)));
    }

    [Theory]
    [InlineData("2023-06-19", nameof(MilestoneState.Announced))]
    [InlineData("2023-06-20", nameof(MilestoneState.Unconfirmed))]
    public void A_milestone_of_several_days_is_due_after_the_last(string day, string state)
    {
        Assert.Equal(state, Of(new(2023, 6, 12), new(2023, 6, 19)).StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());
    }

    [Theory]
    [InlineData("2023-10-31", nameof(MilestoneState.Announced))]
    [InlineData("2023-11-01", nameof(MilestoneState.Unconfirmed))]
    public void A_milestone_of_which_only_the_month_is_known_is_due_after_the_month(string day, string state)
    {
        var milestone = Milestone.Of(new(2023, 10, 1), null, DatePrecision.Month, new("المصادقة"));

        Assert.Equal(state, milestone.StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());
    }

    private static Milestone Of(DateOnly from, DateOnly? to = null, bool? kept = null) =>
        Milestone.Of(from, to, DatePrecision.Day, new("لقاء"), null, kept);
}
