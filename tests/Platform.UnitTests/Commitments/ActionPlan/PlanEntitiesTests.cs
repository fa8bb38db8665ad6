using Platform.Commitments.ActionPlan;
using Platform.Kernel.Text;

namespace Platform.UnitTests.Commitments.ActionPlan;

public sealed class PlanEntitiesTests
{
    private static readonly LocalizedText Title = new("a", "b");
    private static readonly DateOnly Day = new(2026, 5, 4);
    private static readonly DateTime Now = new(2026, 5, 5, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(nameof(ActivityStatus.Planned), 10)]
    [InlineData(nameof(ActivityStatus.Completed), 99)]
    [InlineData(nameof(ActivityStatus.InProgress), 101)]
    [InlineData(nameof(ActivityStatus.InProgress), -1)]
    [InlineData(nameof(ActivityStatus.Cancelled), 101)]
    public void A_percent_that_does_not_fit_the_status_is_refused(string status, int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgressEntry.Of(Day, Enum.Parse<ActivityStatus>(status), percent, null, null, null, Now));

    [Fact]
    public void An_activity_cannot_end_before_it_starts() =>
        Assert.Throws<ArgumentException>(() => AnActivity().Schedule(Day, Day.AddDays(-1)));

    [Fact]
    public void A_weight_is_more_than_nothing() => Assert.Throws<ArgumentOutOfRangeException>(() => AnActivity().Weigh(0));

    [Fact]
    public void An_adoption_has_a_day_or_a_session() =>
        Assert.Throws<ArgumentException>(() => Plan.Of(Title, null, [], null, Now).Adopt(null, null));

    [Fact]
    public void A_plan_is_a_draft_until_it_is_adopted()
    {
        var plan = Plan.Of(Title, null, [], null, Now);
        Assert.Equal(PlanStage.Draft, plan.StageAt(Day));

        plan.Adopt(Day, null);

        Assert.Equal(PlanStage.Draft, plan.StageAt(Day.AddDays(-1)));
        Assert.Equal(PlanStage.InForce, plan.StageAt(Day));
    }

    [Fact]
    public void A_plan_whose_session_alone_is_known_is_in_force()
    {
        var plan = Plan.Of(Title, null, [], null, Now);
        plan.Adopt(null, Title);

        Assert.Equal(PlanStage.InForce, plan.Stage);
    }

    private static Activity AnActivity() => Activity.Of(1, Title, null, ActivityOrigin.Unknown, []);
}
