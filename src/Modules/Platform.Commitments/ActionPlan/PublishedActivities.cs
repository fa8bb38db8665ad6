using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An activity of a plan that the public sees.</summary>
/// <param name="Key">Plan and reference, which no other activity ever gets; of one that was moved, the one that it is asked for by.</param>
internal sealed record PublishedActivity(string Key, int Id, string Reference, LocalizedText Title, string Link, bool InCurrentPlan);

/// <summary>Activities as other rooms name them. The reference alone would be another activity's in the next plan.</summary>
internal sealed class PublishedActivities(CommuneContext db)
{
    /// <summary>In the order of the plans, those in force today last, without what was archived.</summary>
    public async Task<IReadOnlyList<PublishedActivity>> ReadAsync(DateOnly today, CancellationToken cancellation)
    {
        var current = await db.CurrentPlan(today).Select(plan => plan.Number).FirstOrDefaultAsync(cancellation);
        var rows = await (
            from activity in db.Set<Activity>()
            join axis in db.Set<Axis>() on activity.AxisId equals axis.Id
            join plan in db.Set<Plan>() on axis.PlanId equals plan.Id
            where plan.PublishedAt != null && (axis.ArchivedOn == null || axis.ArchivedOn > today) && (activity.ArchivedOn == null || activity.ArchivedOn > today)
            orderby plan.Number, axis.Position, axis.Number, activity.Position, activity.Number
            select new { Plan = plan.Number, Axis = axis.Number, activity.Number, activity.Id, activity.Title })
            .ToListAsync(cancellation);
        var former = await (
            from reference in db.Set<FormerReference>()
            join axis in db.Set<Axis>() on reference.AxisId equals axis.Id
            join plan in db.Set<Plan>() on axis.PlanId equals plan.Id
            select new { Plan = plan.Number, Axis = axis.Number, reference.Number, reference.ActivityId })
            .ToListAsync(cancellation);
        var activities = rows.ConvertAll(row =>
        {
            var reference = PlanActivity.ReferenceOf(row.Axis, row.Number);
            return new PublishedActivity(
                PlanActivity.FirstSubjectOf(row.Plan, reference), row.Id, reference, row.Title,
                PlanActivity.LinkOf(reference) + (row.Plan == current ? "" : string.Create(CultureInfo.InvariantCulture, $"?plan={row.Plan}")), row.Plan == current);
        });
        var byId = activities.ToDictionary(activity => activity.Id);
        return
        [
            .. activities,
            .. former.Where(one => byId.ContainsKey(one.ActivityId))
                .Select(one => byId[one.ActivityId] with { Key = PlanActivity.FirstSubjectOf(one.Plan, PlanActivity.ReferenceOf(one.Axis, one.Number)) }),
        ];
    }
}
