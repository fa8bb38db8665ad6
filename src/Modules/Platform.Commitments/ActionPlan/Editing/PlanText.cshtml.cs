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

/// <summary>Title, frame and goals of a plan.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class PlanTextModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    public const string GoalsList = "goals";

    [BindProperty]
    public PlanTextInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    public string KeepKey => $"plan-{Plan.Number}";

    public async Task<IActionResult> OnGetAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        Input = PlanTextInput.From(Plan);
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
            Input.Goals.Arrange(GoalsList, Arrange);
            return Arranged();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Db.EditedFrom(Plan, Input.Revision);
        Plan.Describe(Input.Title.ToText()!, Input.Frame.ToText(), Input.Goals.Texts());
        audit.RecordChange("plan.described", $"plan:{plan}", Plan);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["PlanSaved"], KeepKey, $"/workspace/action-plan?plan={plan}");
        }

        await FindAsync(plan, cancellation);
        return Clash(PlanTextInput.From(Plan), Input, texts);
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancellation) =>
        await desk.PlanAsync(number, cancellation) is { } found && (Plan = found) is not null;
}

/// <summary>Title, frame and goals as the form has them.</summary>
internal sealed class PlanTextInput : IEdited
{
    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Localized(Longest = 5000)]
    public LocalizedInput Frame { get; set; } = new();

    [MaxLength(Rows.Most)]
    public List<WordedText> Goals { get; set; } = [];

    public static PlanTextInput From(Plan plan) => new()
    {
        Revision = plan.Revision,
        Title = LocalizedInput.From(plan.Title),
        Frame = LocalizedInput.From(plan.Frame),
        Goals = plan.Goals.Select(WordedText.From).WithRoom(),
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["PlanTitle"], Title.ToText()),
        Commitments.Editing.Said.Of(texts["Frame"], Frame.ToText()),
        Commitments.Editing.Said.Of(texts["Goals"], Goals.Texts()),
    ];
}
