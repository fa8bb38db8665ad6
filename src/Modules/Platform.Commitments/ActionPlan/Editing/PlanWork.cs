using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>What of the plan needs somebody today, and whether a new commune has its plan yet.</summary>
internal sealed class PlanWork(CommuneContext db, PlanDesk desk, CurrentPerson person, IStringLocalizer<PlanEditingTexts> texts) : IWorkSource, ISetupSource
{
    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.ActionPlan))
        {
            return [];
        }

        var items = new List<WorkItem>();
        foreach (var plan in (await desk.PlansAsync(cancellation)).Where(plan => plan.StageAt(desk.Today) != PlanStage.Superseded))
        {
            Add(items, plan, [.. (await db.ReadAxesAsync(plan, desk.Today, cancellation)).SelectMany(axis => axis.Activities)]);
        }

        return items;
    }

    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation)
    {
        var done = (await db.ReadAxesAsync(desk.Today, cancellation)).Any(axis => axis.Activities.Count > 0);
        return [new(400, Area.ActionPlan, texts["SetupPlan"], texts["SetupPlanHelp"], Link("/workspace/action-plan"), done)];
    }

    private void Add(List<WorkItem> items, Plan plan, IReadOnlyList<PlanActivity> activities)
    {
        var page = Link($"/workspace/action-plan?plan={plan.Number}");
        var open = activities.Where(activity => activity.Status is ActivityStatus.Planned or ActivityStatus.InProgress).ToList();
        var late = open.Where(activity => activity.IsLate).ToList();
        if (late is [var only])
        {
            items.Add(new(
                Urgency.Late, texts["WorkLateOne", only.Reference, only.Title.In(Languages.Current)], Link($"/workspace/action-plan/activity/{only.Id}/progress"), only.PlannedEnd));
        }
        else if (late.Count > 1)
        {
            items.Add(new(Urgency.Late, texts.Count("WorkLate", late.Count), page, late.Min(activity => activity.PlannedEnd)));
        }

        if (plan.PublishedAt is null)
        {
            items.Add(new(Urgency.Open, texts["WorkDraft"], page));
        }

        var undated = open.Count(activity => activity.PlannedEnd is null);
        if (undated > 0)
        {
            items.Add(new(Urgency.Open, texts.Count("WorkUndated", undated), page));
        }

        var nobodys = open.Count(activity => activity.Responsible is null);
        if (nobodys > 0)
        {
            items.Add(new(Urgency.Open, texts.Count("WorkNobody", nobodys), page));
        }

        items.AddRange(plan.Rounds
            .Where(round => round.To < desk.Today && round.Outcome is null)
            .Select(round => new WorkItem(Urgency.Soon, texts["WorkOutcome", round.Title.In(Languages.Current)], Link($"/workspace/action-plan/round/{round.Id}"), round.To)));
    }

    private static string Link(string path) => "/" + Languages.Current.Tag + path;
}
