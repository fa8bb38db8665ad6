using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>An axis: a new one of the plan <c>?plan=</c>, or one that is there.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class AxisPageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    public const string ObjectivesList = "objectives";
    public const string IndicatorsList = "indicators";

    [BindProperty]
    public AxisInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    /// <summary>None while it is being added.</summary>
    public Axis? Axis { get; private set; }

    public IReadOnlyList<SelectListItem> Indicators { get; private set; } = [];

    public string KeepKey => Axis is null ? $"plan-{Plan.Number}-axis" : $"axis-{Axis.Id}";

    public async Task<IActionResult> OnGetAsync(int? id, int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(id, plan, cancellation))
        {
            return NotFound();
        }

        Input = Axis is null ? AxisInput.Empty() : AxisInput.From(Axis);
        await OfferAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, int? plan, CancellationToken cancellation)
    {
        if (!await FindAsync(id, plan, cancellation))
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.Objectives.Arrange(ObjectivesList, Arrange);
            Input.SuccessIndicators.Arrange(IndicatorsList, Arrange);
            await OfferAsync(cancellation);
            return Arranged();
        }

        if (!ModelState.IsValid)
        {
            await OfferAsync(cancellation);
            return Invalid();
        }

        if (Axis is null)
        {
            return await AddAsync(cancellation);
        }

        Db.EditedFrom(Axis, Input.Revision);
        Axis.Describe(Input.Title.ToText()!, Input.StandardAxis, Input.ObjectiveTexts(), Worded(Axis));
        audit.RecordChange("axis.described", $"axis:{Axis.Id}", Axis);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(Axis, texts["AxisSaved", Axis.Number]);
        }

        await FindAsync(id, plan, cancellation);
        await OfferAsync(cancellation);
        return Clash(AxisInput.From(Axis), Input, texts);
    }

    private async Task<IActionResult> AddAsync(CancellationToken cancellation)
    {
        var number = await desk.FreeAxisNumberAsync(Plan.Id, cancellation);
        if (number > Axis.HighestNumber)
        {
            Refuse("", texts["TooManyAxes"]);
            await OfferAsync(cancellation);
            return Invalid();
        }

        Axis axis = null!;
        await SaveRetriedAsync(
            async () =>
            {
                axis = Axis.Of(
                    await desk.FreeAxisNumberAsync(Plan.Id, cancellation), Input.StandardAxis, Input.Title.ToText()!, Input.ObjectiveTexts(), null, null, desk.Today);
                axis.SuccessIndicators.AddRange(New());
                axis.StandAt(await desk.LastPlaceInPlanAsync(Plan.Id, cancellation));
                axis.BelongTo(Plan);
                Db.Add(axis);
                audit.Record("axis.added", $"plan:{Plan.Number}", null, null, new { number = axis.Number, title = axis.Title });
            },
            cancellation);
        return Done(axis, texts["AxisAdded", axis.Number]);
    }

    private RedirectResult Done(Axis axis, string notice)
    {
        return Done(notice, KeepKey, $"/workspace/action-plan?plan={Plan.Number}#axis-{axis.Id}");
    }

    private IEnumerable<SuccessIndicator> New() => Input.SuccessIndicators
        .Where(row => row.Id is null && row.Text.ToText() is not null)
        .Select(row => SuccessIndicator.Of(row.Text.ToText()!, row.Indicator));

    private List<SuccessIndicator> Worded(Axis axis) => Kept(
        axis.SuccessIndicators, Input.SuccessIndicators.Where(row => row.Text.ToText() is not null), (indicator, row) => indicator.Id == row.Id,
        (indicator, row, _) => indicator.Word(row.Text.ToText()!, row.Indicator), (row, _) => SuccessIndicator.Of(row.Text.ToText()!, row.Indicator));

    private async Task OfferAsync(CancellationToken cancellation) => Indicators = await Db.IndicatorChoicesAsync(
        texts["NoIndicatorCode"], Input.SuccessIndicators.Select(row => row.Indicator), Language, cancellation);

    private async Task<bool> FindAsync(int? id, int? plan, CancellationToken cancellation)
    {
        if (id is null)
        {
            return plan is { } number && await desk.PlanAsync(number, cancellation) is { } open && (Plan = open) is not null;
        }

        if (await desk.AxisAsync(id.Value, cancellation) is not { } found)
        {
            return false;
        }

        (Plan, Axis) = found;
        return true;
    }
}
