using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Records the council's vote on the programme, after saying what the public will see.</summary>
[Workspace(Area.Openness)]
internal sealed class OpennessAdoptionModel(
    CommuneContext db, OpennessDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts,
    IStringLocalizer<EditingTexts> common) : EditPage(db)
{
    [BindProperty]
    public OpennessAdoptionInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>Documents of the adoption that are there already.</summary>
    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Programme is null)
        {
            return NotFound();
        }

        Input = OpennessAdoptionInput.From(Programme);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Programme is not { } programme)
        {
            return NotFound();
        }

        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (Input.On > desk.Today)
        {
            Refuse("Input.On", texts["NotInFuture"]);
        }

        if (!Input.Confirmed)
        {
            Refuse("Input.Confirmed", common["ConfirmNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        Db.EditedFrom(programme, Input.Revision);
        programme.Adopt(Input.On!.Value, Input.Session.ToText(), Input.Deliberation);
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Deliberation, BothLanguages.Of(typeof(OpennessEditingTexts), "AdoptionDocumentTitle"), Input.On!.Value, OpennessProgramme.Programme.DocumentsSubject, Publish: programme.PublishedAt is not null),
            cancellation);

        audit.RecordChange("openness.adopted", "openness:1", programme);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(texts["AdoptionSaved"], "openness-adoption", "/workspace/openness");
        }

        await LoadAsync(cancellation);
        return Clash(OpennessAdoptionInput.From(Programme!), Input, texts);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Programme = await desk.ProgrammeAsync(cancellation);
        var subject = OpennessProgramme.Programme.DocumentsSubject;
        Kept = [.. (await documents.OfAsync([subject], unpublished: true, cancellation))[subject]];
    }
}

/// <summary>The adoption as its form has it.</summary>
internal sealed class OpennessAdoptionInput : IEdited
{
    public int Revision { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    [Localized]
    public LocalizedInput Session { get; set; } = new();

    [MaxLength(Programme.DeliberationLength)]
    public string? Deliberation { get; set; }

    public bool Confirmed { get; set; }

    public static OpennessAdoptionInput From(Programme programme) => new()
    {
        Revision = programme.Revision,
        On = programme.AdoptedOn,
        Session = LocalizedInput.From(programme.Session),
        Deliberation = programme.Deliberation,
    };

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["AdoptedOn"], On),
        Commitments.Editing.Said.Of(texts["Session"], Session.ToText()),
        new(texts["Deliberation"], Deliberation),
    ];
}
