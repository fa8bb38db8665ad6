using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>The meetings and workshops that prepared a plan.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class PreparationPageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    public const string StepsList = "steps";

    [BindProperty]
    public PreparationInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    public string KeepKey => $"plan-{Plan.Number}-preparation";

    public async Task<IActionResult> OnGetAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        Input = PreparationInput.From(Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        if (Arrange is not null)
        {
            Input.Steps.Arrange(StepsList, Arrange);
            return Arranged();
        }

        for (var i = 0; i < Input.Steps.Count; i++)
        {
            var row = Input.Steps[i];
            if (row.On is null && row.Title.ToText() is not null)
            {
                Refuse($"Input.Steps[{i}].On", texts["DayNeeded"]);
            }
            else if (row.On is not null && row.Title.IsEmpty)
            {
                Refuse($"Input.Steps[{i}].Title.Ar", texts["TitleNeeded"]);
            }
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.EditedFrom(Plan, Input.Revision);
        var before = Plan.Preparation.ConvertAll(step => step.Title);
        var kept = Kept(
            Plan.Preparation, Input.Steps.Where(row => row.Title.ToText() is not null), (step, row) => step.Id == row.Id,
            (step, row, _) => step.Describe(row.On!.Value, row.Title.ToText()!, row.Place.ToText(), row.Text.ToText()),
            (row, _) => PreparationEvent.Of(row.On!.Value, row.Title.ToText()!, row.Place.ToText(), row.Text.ToText(), null));
        Plan.Preparation.AddRange(kept.Except(Plan.Preparation).ToList());
        audit.Record("plan.prepared", $"plan:{plan}", null, new { preparation = before }, new { preparation = kept.ConvertAll(step => step.Title) });
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["PreparationSaved"], KeepKey, $"/workspace/action-plan?plan={plan}#stages");
        }

        await FindAsync(plan, cancellation);
        return Clash(PreparationInput.From(Plan), Input, texts);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancellation) =>
        await desk.PlanAsync(number, cancellation) is { } found && (Plan = found) is not null;
}

/// <summary>The preparation as the form has it.</summary>
internal sealed class PreparationInput : IEdited
{
    public int Revision { get; set; }

    [MaxLength(Rows.Most)]
    public List<PreparationRow> Steps { get; set; } = [];

    public static PreparationInput From(Plan plan) => new()
    {
        Revision = plan.Revision,
        Steps = plan.Preparation.Select(step => new PreparationRow
        {
            Id = step.Id,
            On = step.HeldOn,
            Title = LocalizedInput.From(step.Title),
            Place = LocalizedInput.From(step.Place),
            Text = LocalizedInput.From(step.Text),
        }).WithRoom(),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) => [Commitments.Editing.Said.Of(texts["Preparation"], Steps.Select(row => row.Title.ToText()))];
}

internal sealed class PreparationRow
{
    public int? Id { get; set; }

    public DateOnly? On { get; set; }

    [Localized]
    public LocalizedInput Title { get; set; } = new();

    [Localized]
    public LocalizedInput Place { get; set; } = new();

    [Localized(Longest = 5000)]
    public LocalizedInput Text { get; set; } = new();
}
