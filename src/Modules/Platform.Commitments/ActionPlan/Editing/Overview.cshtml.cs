using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>The plan as its team works on it: its stage, its axes and activities in order, and what can be done with each.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class OverviewModel(CommuneContext db, PlanDesk desk, AuditTrail audit) : EditPage(db)
{
    /// <summary>The latest first.</summary>
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    /// <summary>None where the commune has no plan.</summary>
    public Plan? Plan { get; private set; }

    public PlanStage Stage => Plan!.StageAt(desk.Today);

    public bool CanChange => Stage != PlanStage.Superseded;

    /// <summary>A plan follows one that was adopted.</summary>
    public bool CanBegin => Plans.Count == 0 || Plans[0].IsAdopted;

    public IReadOnlyList<PlanAxis> Axes { get; private set; } = [];

    public int Archived { get; private set; }

    public DateOnly Today => desk.Today;

    public decimal? Progress => PlanProgress.Of(Axes.SelectMany(axis => axis.Activities).Select(activity => activity.Standing));

    /// <summary>The button that was pressed before this page was shown: it gets the focus back.</summary>
    [FromQuery(Name = "did")]
    public string? Did { get; set; }

    public async Task<IActionResult> OnGetAsync(int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        if (Plan is not null)
        {
            Axes = await Db.ReadAxesAsync(Plan, desk.Today, cancellation);
            Archived = await Db.Set<Axis>().CountAsync(axis => axis.ArchivedOn != null, cancellation)
                + await Db.Set<Activity>().CountAsync(activity => activity.ArchivedOn != null, cancellation);
        }

        return Page();
    }

    /// <summary>Puts an axis in the plan, or an activity in its axis, one place up or down.</summary>
    public async Task<IActionResult> OnPostAsync(int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation) || Plan is null || !CanChange)
        {
            return NotFound();
        }

        if (Arrange?.Split(':') is not [var kind, (Rows.Up or Rows.Down) and var where, var key]
            || !int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return BadRequest();
        }

        var found = false;
        await SaveRetriedAsync(
            async () =>
            {
                found = kind == "axis" ? await ArrangeAxesAsync(id, where, cancellation) : await ArrangeActivitiesAsync(id, where, cancellation);
                if (found)
                {
                    audit.Record($"{(kind == "axis" ? "axis" : "activity")}.arranged", $"{(kind == "axis" ? "axis" : "activity")}:{id}");
                }
            },
            cancellation);
        return found ? Redirect($"~/workspace/action-plan?plan={Plan.Number}&did={where}-{kind}-{id}#{kind}-{id}") : NotFound();
    }

    private async Task<bool> ArrangeAxesAsync(int id, string where, CancellationToken cancellation)
    {
        var axes = await Db.Set<Axis>()
            .Where(axis => axis.PlanId == Plan!.Id && axis.ArchivedOn == null)
            .OrderBy(axis => axis.Position).ThenBy(axis => axis.Number)
            .ToListAsync(cancellation);
        var at = axes.FindIndex(axis => axis.Id == id);
        if (at >= 0)
        {
            axes.Shift("axis", Rows.Act("axis", where, at));
            axes.ForEach(axis => axis.StandAt(1 + axes.IndexOf(axis)));
        }

        return at >= 0;
    }

    private async Task<bool> ArrangeActivitiesAsync(int id, string where, CancellationToken cancellation)
    {
        var axis = await Db.Set<Activity>().Where(activity => activity.Id == id).Select(activity => activity.AxisId).FirstOrDefaultAsync(cancellation);
        var activities = await Db.Set<Activity>()
            .Where(activity => activity.AxisId == axis && activity.ArchivedOn == null
                && Db.Set<Axis>().Any(of => of.Id == activity.AxisId && of.PlanId == Plan!.Id))
            .OrderBy(activity => activity.Position).ThenBy(activity => activity.Number)
            .ToListAsync(cancellation);
        var at = activities.FindIndex(activity => activity.Id == id);
        if (at >= 0)
        {
            activities.Shift("activity", Rows.Act("activity", where, at));
            activities.ForEach(activity => activity.StandAt(1 + activities.IndexOf(activity)));
        }

        return at >= 0;
    }

    private async Task<bool> FindAsync(int? number, CancellationToken cancellation)
    {
        Plans = await desk.PlansAsync(cancellation);
        Plan = number is null ? (Plans.Count == 0 ? null : Plans[0]) : Plans.FirstOrDefault(plan => plan.Number == number);
        return number is null || Plan is not null;
    }
}
