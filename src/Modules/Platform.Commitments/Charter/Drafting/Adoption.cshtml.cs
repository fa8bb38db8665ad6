using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.Drafting;

/// <summary>The council's adoption of the draft: session, day, number of the deliberation. From then on the text stays as it is.</summary>
[Workspace(Area.Charter)]
internal sealed class AdoptionModel(
    CommuneContext db, CharterDrafts drafts, IDocuments documents, TimeProvider time, IStringLocalizer<DraftingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public AdoptionInput Input { get; set; } = new();

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    /// <summary>Documents of an earlier adoption that was taken back.</summary>
    public IReadOnlyList<AttachedDocument> Kept { get; private set; } = [];

    public CharterVersion Draft { get; private set; } = null!;

    /// <summary>Sections without text, parts or items: they would be published as headings.</summary>
    public int Empty { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        Input.Revision = Draft.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.GlanceAsync(cancellation) is not { State: CharterState.Draft })
        {
            return To("/workspace/charter");
        }

        // Before anything is read to be changed: receiving files saves on the same context.
        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (!await LoadAsync(cancellation))
        {
            return To("/workspace/charter");
        }

        if (Draft.Sections.Count == 0)
        {
            ModelState.AddModelError("", texts["AdoptEmpty"]);
        }

        if (Input.On > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.On", texts["AdoptedInFuture"]);
        }

        if (Input.Revision != Draft.Revision)
        {
            // The text that was adopted is the one that this person saw: somebody changed it since.
            ModelState.AddModelError("", texts["DraftChangedMeanwhile"]);
            Input.Revision = Draft.Revision;
            Response.StatusCode = 409;
            return Page();
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        try
        {
            await drafts.AdoptAsync(Draft, Input.On!.Value, Input.Session.ToText(), Input.Deliberation, Files.Received, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter");
        }

        SavedForm = "charter-adoption";
        Notice = texts["Adopted"];
        return To("/workspace/charter/publish");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await drafts.OpenAsync(cancellation) is not { State: CharterState.Draft } draft)
        {
            return false;
        }

        Draft = draft;
        Kept = [.. (await documents.OfAsync([draft.DocumentsSubject], unpublished: true, cancellation))[draft.DocumentsSubject]];
        Empty = CharterPart.Of(draft).Count(part =>
            part.Text is null && part.Items == CharterItems.None && !draft.Sections.Exists(other => other.ParentKey == part.Key));
        return true;
    }

    internal sealed class AdoptionInput
    {
        [Required]
        public DateOnly? On { get; set; }

        [Localized(Required = true)]
        public LocalizedInput Session { get; set; } = new();

        [MaxLength(CharterVersion.DeliberationLength)]
        public string? Deliberation { get; set; }

        public int Revision { get; set; }
    }
}
