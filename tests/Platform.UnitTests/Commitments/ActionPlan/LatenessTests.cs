using Platform.Commitments.ActionPlan;

namespace Platform.UnitTests.Commitments.ActionPlan;

public sealed class LatenessTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(nameof(ActivityStatus.Planned), true)]
    [InlineData(nameof(ActivityStatus.InProgress), true)]
    [InlineData(nameof(ActivityStatus.Completed), false)]
    [InlineData(nameof(ActivityStatus.Cancelled), false)]
    public void Past_its_last_day_only_what_is_neither_done_nor_given_up_is_late(string status, bool late) =>
        Assert.Equal(late, PlanProgress.IsLate(Enum.Parse<ActivityStatus>(status), Today.AddDays(-1), Today));

    [Fact]
    public void On_its_last_day_an_activity_is_not_late() => Assert.False(PlanProgress.IsLate(ActivityStatus.Planned, Today, Today));

    [Fact]
    public void Without_a_planned_end_nothing_is_late() => Assert.False(PlanProgress.IsLate(ActivityStatus.Planned, null, Today));
}
