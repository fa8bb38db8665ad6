using FsCheck;
using FsCheck.Fluent;
using Platform.Commitments.ActionPlan;

namespace Platform.UnitTests.Commitments.ActionPlan;

public sealed class PlanProgressTests
{
    private static readonly Gen<Standing> AnyStanding =
        from weight in Gen.Choose(1, 10_000)
        from status in Gen.Elements(Enum.GetValues<ActivityStatus>())
        from percent in Gen.Choose(0, 100)
        select new Standing(weight / 100m, status, percent);

    private static readonly Arbitrary<Standing[]> AnyPlan = AnyStanding.ArrayOf().ToArbitrary();

    [Fact]
    public void Progress_is_the_mean_of_the_percents() =>
        Assert.Equal(40, PlanProgress.Of([new(1, ActivityStatus.Completed, 100), new(1, ActivityStatus.InProgress, 20), new(1, ActivityStatus.Planned, 0)]));

    [Fact]
    public void A_heavier_activity_counts_more() =>
        Assert.Equal(75, PlanProgress.Of([new(3, ActivityStatus.Completed, 100), new(1, ActivityStatus.Planned, 0)]));

    [Fact]
    public void A_cancelled_activity_does_not_count() =>
        Assert.Equal(100, PlanProgress.Of([new(1, ActivityStatus.Completed, 100), new(1, ActivityStatus.Cancelled, 30)]));

    [Fact]
    public void Nothing_that_counts_has_no_progress_rather_than_zero()
    {
        Assert.Null(PlanProgress.Of([]));
        Assert.Null(PlanProgress.Of([new(1, ActivityStatus.Cancelled, 90)]));
    }

    [Fact]
    public void Progress_is_rounded_to_two_decimals() =>
        Assert.Equal(33.33m, PlanProgress.Of([new(1, ActivityStatus.Completed, 100), new(1, ActivityStatus.Planned, 0), new(1, ActivityStatus.Planned, 0)]));

    [Fact]
    public void Progress_stays_between_0_and_100() =>
        Prop.ForAll(AnyPlan, plan => PlanProgress.Of(plan) is null or (>= 0 and <= 100)).QuickCheckThrowOnFailure();

    [Fact]
    public void Progress_lies_between_the_least_and_the_most_advanced_activity_that_counts() => Prop.ForAll(AnyPlan, plan =>
    {
        var counting = plan.Where(standing => standing.Counts).Select(standing => standing.Percent).ToList();
        return PlanProgress.Of(plan) is not { } progress ? counting.Count == 0 : progress >= counting.Min() && progress <= counting.Max();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cancelled_activities_never_change_it() => Prop.ForAll(AnyPlan, plan =>
        PlanProgress.Of(plan) == PlanProgress.Of(plan.Where(standing => standing.Status != ActivityStatus.Cancelled))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_activities_does_not_matter() => Prop.ForAll(AnyPlan, plan =>
        PlanProgress.Of(plan) == PlanProgress.Of(plan.Reverse())).QuickCheckThrowOnFailure();
}
