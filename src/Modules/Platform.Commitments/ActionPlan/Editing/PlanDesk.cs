using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Fetches what the workspace changes, and gives numbers and places. A plan that a later one has superseded is history: nothing of it is changed.</summary>
internal sealed class PlanDesk(CommuneContext db, TimeProvider time)
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    public DateTime Now => time.UtcNow();

    /// <summary>All plans with their rounds, the latest first.</summary>
    public Task<List<Plan>> PlansAsync(CancellationToken cancellation) =>
        db.Set<Plan>().AsNoTracking().Include(plan => plan.Rounds.OrderBy(round => round.Number)).OrderByDescending(plan => plan.Number).ToListAsync(cancellation);

    /// <summary>A plan that can still be changed, with what it holds beside its axes.</summary>
    public async Task<Plan?> PlanAsync(int number, CancellationToken cancellation) => Open(await db.Set<Plan>()
        .Include(plan => plan.Rounds.OrderBy(round => round.Number))
        .Include(plan => plan.Preparation.OrderBy(step => step.HeldOn).ThenBy(step => step.Id))
        .AsSplitQuery()
        .FirstOrDefaultAsync(plan => plan.Number == number, cancellation));

    public async Task<AxisAtHand?> AxisAsync(int id, CancellationToken cancellation)
    {
        var axis = await db.Set<Axis>()
            .Include(axis => axis.SuccessIndicators.OrderBy(indicator => indicator.Id))
            .FirstOrDefaultAsync(axis => axis.Id == id, cancellation);
        return axis is not null && await PlanOfAsync(axis, cancellation) is { } plan ? new(plan, axis) : null;
    }

    public async Task<ActivityAtHand?> ActivityAsync(int id, CancellationToken cancellation)
    {
        var activity = await db.Set<Activity>()
            .Include(activity => activity.Indicators.OrderBy(indicator => indicator.Id))
            .FirstOrDefaultAsync(activity => activity.Id == id, cancellation);
        if (activity is null)
        {
            return null;
        }

        var axis = await db.Set<Axis>().FirstAsync(axis => axis.Id == activity.AxisId, cancellation);
        return await PlanOfAsync(axis, cancellation) is { } plan ? new(plan, axis, activity) : null;
    }

    /// <summary>A number that no axis of the plan has or ever had.</summary>
    public async Task<int> FreeAxisNumberAsync(int plan, CancellationToken cancellation) =>
        1 + (await db.Set<Axis>().Where(axis => axis.PlanId == plan).MaxAsync(axis => (int?)axis.Number, cancellation) ?? 0);

    /// <summary>A number that no activity of the axis has or ever had.</summary>
    public async Task<int> FreeActivityNumberAsync(int axis, CancellationToken cancellation)
    {
        var taken = await db.Set<Activity>().Where(activity => activity.AxisId == axis).MaxAsync(activity => (int?)activity.Number, cancellation) ?? 0;
        var former = await db.Set<FormerReference>().Where(former => former.AxisId == axis).MaxAsync(former => (int?)former.Number, cancellation) ?? 0;
        return Math.Max(taken, former) + 1;
    }

    public async Task<int> LastPlaceInPlanAsync(int plan, CancellationToken cancellation) =>
        1 + (await db.Set<Axis>().Where(axis => axis.PlanId == plan).MaxAsync(axis => (int?)axis.Position, cancellation) ?? 0);

    public async Task<int> LastPlaceInAxisAsync(int axis, CancellationToken cancellation) =>
        1 + (await db.Set<Activity>().Where(activity => activity.AxisId == axis).MaxAsync(activity => (int?)activity.Position, cancellation) ?? 0);

    /// <summary>
    /// Plans that are on the site follow one another: from the day on which one holds, those before it are superseded. Called before the save that publishes
    /// or adopts a plan, with that plan as it will be.
    /// </summary>
    public async Task SucceedAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.PublishedAt is null || (plan.ForceFrom ?? plan.AdoptedOn) is not { } from)
        {
            return;
        }

        var earlier = await db.EarlierPlans(plan.Number).FirstOrDefaultAsync(cancellation);
        earlier?.Supersede(from);
    }

    private async Task<Plan?> PlanOfAsync(Axis axis, CancellationToken cancellation) =>
        Open(await db.Set<Plan>().FirstAsync(plan => plan.Id == axis.PlanId, cancellation));

    private Plan? Open(Plan? plan) => plan is null || plan.SupersededOn <= Today ? null : plan;
}

internal sealed record AxisAtHand(Plan Plan, Axis Axis);

internal sealed record ActivityAtHand(Plan Plan, Axis Axis, Activity Activity)
{
    public string Reference => PlanActivity.ReferenceOf(Axis.Number, Activity.Number);
}
