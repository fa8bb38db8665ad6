using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Seeding;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Begins a commune's first plan, or the next one while one is in force. The public sees nothing of it until it is published.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class NextPlanPageModel(
    CommuneContext db, PlanDesk desk, SeedRoot seeds, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    [BindProperty, Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [BindProperty, EnumDataType(typeof(PlanBeginning), ErrorMessage = "ValidationInvalid")]
    public PlanBeginning From { get; set; }

    /// <summary>The plan that it follows, if any.</summary>
    public Plan? Earlier { get; private set; }

    public IEnumerable<SelectListItem> Beginnings => Enum.GetValues<PlanBeginning>()
        .Where(beginning => beginning == PlanBeginning.StandardAxes || Earlier is not null)
        .Select(beginning => new SelectListItem(texts["Begin" + beginning], beginning.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return Redirect("~/workspace/action-plan");
        }

        Title = LocalizedInput.From(Earlier?.Title);
        From = Earlier is null ? PlanBeginning.StandardAxes : PlanBeginning.UnfinishedActivities;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return Redirect("~/workspace/action-plan");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var plan = Plan.Begin(1 + (Earlier?.Number ?? 0), Title.ToText()!, desk.Now);
        plan.Axes.AddRange(From == PlanBeginning.StandardAxes || Earlier is null ? PlanSeeder.StandardAxes(seeds) : await CarriedOverAsync(Earlier, cancellation));
        Db.Add(plan);
        audit.Record("plan.begun", $"plan:{plan.Number}", null, null, new { title = plan.Title, from = From });
        await Db.SaveChangesAsync(cancellation);
        (Notice, SavedForm) = (texts["PlanBegun"], "next-plan");
        return Redirect($"~/workspace/action-plan?plan={plan.Number}");
    }

    /// <summary>The axes, with those activities that are neither completed nor given up: without dates, money and progress, which are the new plan's to say.</summary>
    private async Task<List<Axis>> CarriedOverAsync(Plan earlier, CancellationToken cancellation)
    {
        var open = (await Db.ReadAxesAsync(earlier, desk.Today, cancellation))
            .SelectMany(axis => axis.Activities)
            .Where(activity => From == PlanBeginning.UnfinishedActivities && activity.Status is ActivityStatus.Planned or ActivityStatus.InProgress)
            .Select(activity => activity.Id)
            .ToHashSet();
        var axes = await Db.Set<Axis>().AsNoTracking()
            .Where(axis => axis.PlanId == earlier.Id && axis.ArchivedOn == null)
            .Include(axis => axis.SuccessIndicators)
            .Include(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
            .AsSplitQuery()
            .ToListAsync(cancellation);
        return [.. axes.OrderBy(axis => axis.Position).ThenBy(axis => axis.Number).Select(axis => axis.Again(activity => open.Contains(activity.Id)))];
    }

    /// <returns>False where the latest plan is still being prepared: that one is to be finished first.</returns>
    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Earlier = (await desk.PlansAsync(cancellation)).FirstOrDefault();
        return Earlier is null or { IsAdopted: true };
    }
}

/// <summary>What a plan begins with.</summary>
internal enum PlanBeginning
{
    UnfinishedActivities,
    AxesAlone,
    StandardAxes,
}
