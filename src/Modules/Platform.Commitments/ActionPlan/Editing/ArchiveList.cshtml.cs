using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>What has left the plans, to be brought back.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ArchiveListModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    public IReadOnlyList<ArchivedItem> Items { get; private set; } = [];

    /// <summary>What the button says: <c>axis:3</c>, <c>activity:12</c>.</summary>
    [BindProperty]
    public string? Restore { get; set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Items.FirstOrDefault(item => item.Key == Restore) is not { } chosen)
        {
            return NotFound();
        }

        await SaveRetriedAsync(
            async () =>
            {
                if (chosen.IsAxis && await desk.AxisAsync(chosen.Id, cancellation) is { Axis: { ArchivedOn: not null } axis })
                {
                    axis.Restore();
                }
                else if (!chosen.IsAxis && await desk.ActivityAsync(chosen.Id, cancellation) is { Activity: { ArchivedOn: not null } activity })
                {
                    activity.Restore();
                }
                else
                {
                    // A colleague put it back in this moment: it is there, and told once.
                    return;
                }

                audit.Record(chosen.IsAxis ? "axis.restored" : "activity.restored", chosen.Key);
            },
            cancellation);
        Notice = texts["Restored", chosen.Title.In(Language)];
        return Redirect($"~/workspace/action-plan?plan={chosen.Plan}#{(chosen.IsAxis ? "axis" : "activity")}-{chosen.Id}");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var axes = await (
            from axis in Db.Set<Axis>()
            join plan in Db.Set<Plan>() on axis.PlanId equals plan.Id
            where axis.ArchivedOn != null && (plan.SupersededOn == null || plan.SupersededOn > desk.Today)
            select new { axis.Id, axis.Number, axis.Title, axis.ArchivedOn, Plan = plan.Number }).AsNoTracking().ToListAsync(cancellation);
        var activities = await (
            from activity in Db.Set<Activity>()
            join axis in Db.Set<Axis>() on activity.AxisId equals axis.Id
            join plan in Db.Set<Plan>() on axis.PlanId equals plan.Id
            where activity.ArchivedOn != null && (plan.SupersededOn == null || plan.SupersededOn > desk.Today)
            select new { activity.Id, Axis = axis.Number, activity.Number, activity.Title, activity.ArchivedOn, Plan = plan.Number, AxisArchived = axis.ArchivedOn != null })
            .AsNoTracking().ToListAsync(cancellation);
        Items =
        [
            .. axes.Select(axis => new ArchivedItem(true, axis.Id, axis.Plan, texts["AxisNumber", axis.Number], axis.Title, axis.ArchivedOn!.Value, false))
                .Concat(activities.Select(activity => new ArchivedItem(
                    false, activity.Id, activity.Plan, texts["ActivityNumber", PlanActivity.ReferenceOf(activity.Axis, activity.Number)], activity.Title,
                    activity.ArchivedOn!.Value, activity.AxisArchived)))
                .OrderByDescending(item => item.On),
        ];
    }
}

/// <param name="AxisArchived">It comes back only with its axis.</param>
internal sealed record ArchivedItem(bool IsAxis, int Id, int Plan, string Name, LocalizedText Title, DateOnly On, bool AxisArchived)
{
    public string Key => $"{(IsAxis ? "axis" : "activity")}:{Id}";
}
