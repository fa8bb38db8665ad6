using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Commitments.ActionPlan;

/// <summary>News of the plan: its publication or adoption, and what was said of its activities.</summary>
internal sealed class PlanChanges(CommuneContext db, TimeProvider time, IStringLocalizer<ActionPlanTexts> texts) : IChangeSource
{
    public Feature? Feature => Kernel.Communes.Feature.ActionPlan;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var plan = await db.CurrentPlan(today).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (plan is null)
        {
            return [];
        }

        var entries = await (
            from entry in db.Set<ProgressEntry>()
            join activity in db.Set<Activity>() on entry.ActivityId equals activity.Id
            join axis in db.Set<Axis>() on activity.AxisId equals axis.Id
            where axis.PlanId == plan.Id && (axis.ArchivedOn == null || axis.ArchivedOn > today)
                && (activity.ArchivedOn == null || activity.ArchivedOn > today)
            orderby entry.RecordedAt descending, entry.Id descending
            select new { entry.Id, entry.RecordedAt, entry.Status, entry.Percent, activity.Title, Axis = axis.Number, activity.Number })
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellation);
        var changes = entries.ConvertAll(entry => new Change(
            $"progress:{entry.Id}", entry.RecordedAt, Said(entry.Status, entry.Percent), entry.Title,
            PlanActivity.LinkOf(PlanActivity.ReferenceOf(entry.Axis, entry.Number))));
        if (plan.StageAt(today) == PlanStage.InForce)
        {
            // The day in the council where it is known, otherwise the day on which it came to be on this site.
            var at = plan.AdoptedOn is { } day ? MoroccoTime.ToUtc(day) : plan.AddedAt;
            changes.Add(new($"action-plan:{plan.Id}", at, texts["ChangeAdopted"], plan.Title, "/action-plan"));
        }

        return [.. changes.OrderByDescending(change => change.At).Take(count)];
    }

    private string Said(ActivityStatus status, int percent) => status == ActivityStatus.InProgress
        ? texts["ChangeProgress", Formats.Percent(percent)]
        : texts["Change" + status];
}
