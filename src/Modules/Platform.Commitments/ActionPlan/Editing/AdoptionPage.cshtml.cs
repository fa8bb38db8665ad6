using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Records the council's vote on a plan. Where the plan is public this is an official act that everyone sees, so it asks for confirmation.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class AdoptionPageModel(
    CommuneContext db, PlanDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts,
    IStringLocalizer<EditingTexts> common) : EditPage(db)
{
    [BindProperty]
    public AdoptionInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    /// <summary>The plan whose place it takes, if any.</summary>
    public Plan? Earlier { get; private set; }

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>Documents of the adoption that are there already.</summary>
    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    public string KeepKey => $"plan-{Plan.Number}-adoption";

    public async Task<IActionResult> OnGetAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        Input = AdoptionInput.From(Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        Check();
        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        Db.EditedFrom(Plan, Input.Revision);
        Plan.Adopt(Input.On, Input.Session.ToText(), Input.Deliberation, Input.ForceFrom);
        await desk.SucceedAsync(Plan, cancellation);
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Deliberation, BothLanguages.Of(typeof(PlanEditingTexts), "AdoptionDocumentTitle"), Input.On ?? desk.Today, Plan.DocumentsSubject, Publish: Plan.PublishedAt is not null),
            cancellation);

        audit.RecordChange("plan.adopted", $"plan:{plan}", Plan);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["AdoptionSaved"], KeepKey, $"/workspace/action-plan?plan={plan}#stages");
        }

        await FindAsync(plan, cancellation);
        return Clash(AdoptionInput.From(Plan), Input, texts);
    }

    private void Check()
    {
        if (Input.On is null && Input.Session.IsEmpty)
        {
            Refuse("Input.On", texts["DayOrSession"]);
        }
        else if (Input.On is null && Earlier is not null)
        {
            Refuse("Input.On", texts["DayNeededToSucceed"]);
        }

        if (Input.On > desk.Today)
        {
            Refuse("Input.On", texts["NotInFuture"]);
        }

        if (Input.ForceFrom < Input.On)
        {
            Refuse("Input.ForceFrom", texts["ForceBeforeAdoption"]);
        }

        if (!Input.Confirmed)
        {
            Refuse("Input.Confirmed", common["ConfirmNeeded"]);
        }
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancellation)
    {
        if (await desk.PlanAsync(number, cancellation) is not { } found)
        {
            return false;
        }

        Plan = found;
        Kept = [.. (await documents.OfAsync([found.DocumentsSubject], unpublished: true, cancellation))[found.DocumentsSubject]];
        Earlier = await Db.EarlierPlans(number).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return true;
    }
}

/// <summary>An adoption as its form has it.</summary>
internal sealed class AdoptionInput : IEdited
{
    public int Revision { get; set; }

    public DateOnly? On { get; set; }

    [Localized]
    public LocalizedInput Session { get; set; } = new();

    [MaxLength(Plan.DeliberationLength)]
    public string? Deliberation { get; set; }

    public DateOnly? ForceFrom { get; set; }

    public bool Confirmed { get; set; }

    public static AdoptionInput From(Plan plan) => new()
    {
        Revision = plan.Revision,
        On = plan.AdoptedOn,
        Session = LocalizedInput.From(plan.Session),
        Deliberation = plan.Deliberation,
        ForceFrom = plan.ForceFrom,
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["AdoptedOn"], On),
        Commitments.Editing.Said.Of(texts["Session"], Session.ToText()),
        new(texts["Deliberation"], Deliberation),
        Commitments.Editing.Said.Of(texts["ForceFrom"], ForceFrom),
    ];
}
