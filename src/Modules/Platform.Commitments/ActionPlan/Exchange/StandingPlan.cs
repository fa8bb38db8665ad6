using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>The plan as it stands, as texts: what is exported, and what an import is compared with.</summary>
internal sealed record StandingPlan(Plan? Plan, IReadOnlyList<StandingAxis> Axes)
{
    public IEnumerable<StandingActivity> Activities => Axes.SelectMany(axis => axis.Activities);

    /// <param name="today">Progress that takes effect later is not its state yet.</param>
    public static async Task<StandingPlan> ReadAsync(CommuneContext db, DateOnly today, CancellationToken cancellation)
    {
        var plan = await db.Set<Plan>().AsNoTracking().Include(plan => plan.Preparation).FirstOrDefaultAsync(cancellation);
        var axes = await db.Set<Axis>().AsNoTracking()
            .Include(axis => axis.SuccessIndicators)
            .Include(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
            .AsSplitQuery()
            .OrderBy(axis => axis.Number)
            .ToListAsync(cancellation);
        var states = new Dictionary<int, ProgressEntry>();
        foreach (var entry in await db.Set<ProgressEntry>().AsNoTracking()
            .Where(entry => entry.EffectiveOn <= today)
            .OrderBy(entry => entry.EffectiveOn)
            .ThenBy(entry => entry.Id)
            .ToListAsync(cancellation))
        {
            states[entry.ActivityId] = entry;
        }

        return new StandingPlan(plan, axes.ConvertAll(axis => new StandingAxis(
            axis.Id,
            axis.Number,
            PlanTexts.Of(axis),
            [
                .. axis.Activities.OrderBy(activity => activity.Number).Select(activity => new StandingActivity(
                    activity.Id, axis.Number, activity.Number, PlanTexts.Of(axis.Number, activity, states.GetValueOrDefault(activity.Id)))),
            ])));
    }
}

internal sealed record StandingAxis(int Id, int Number, PlanTexts Texts, IReadOnlyList<StandingActivity> Activities);

internal sealed record StandingActivity(int Id, int Axis, int Number, PlanTexts Texts)
{
    public string Reference => PlanActivity.ReferenceOf(Axis, Number);
}
