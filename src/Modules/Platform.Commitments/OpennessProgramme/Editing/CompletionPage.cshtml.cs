using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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

/// <summary>Records how far a project is, on the scale of the IRM. What was said before stays.</summary>
[Workspace(Area.Openness)]
internal sealed class CompletionPageModel(
    CommuneContext db, OpennessDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<OpennessEditingTexts> texts, IStringLocalizer<OpennessTexts> words) : EditPage(db)
{
    [BindProperty]
    public CompletionInput Input { get; set; } = new();

    public Programme? Programme { get; private set; }

    public Project Project { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CompletionEntry> History { get; private set; } = [];

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public IEnumerable<SelectListItem> Levels => words.Choices<Completion>("Completion_");

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = new()
        {
            EffectiveOn = desk.Today,
            Completion = History.FirstOrDefault(entry => entry.EffectiveOn <= desk.Today)?.Completion ?? Completion.NotStarted,
            SaidBy = LocalizedInput.From(Project.Lead),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        await Files.ReceiveAsync(documents, ModelState, nameof(Files), cancellation);
        if (Input.EffectiveOn > desk.Today)
        {
            Refuse("Input.EffectiveOn", texts["NotInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        var entry = CompletionEntry.Of(Input.EffectiveOn!.Value, Input.Completion, Input.Note.ToText(), Input.SaidBy.ToText(), Input.Evidence.ToText(), desk.Now);
        Project.Completions.Add(entry);
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Evidence, BothLanguages.Of(typeof(OpennessEditingTexts), "EvidenceTitle", Project.Number), entry.EffectiveOn, entry.HaveDocuments(), Publish: Programme!.PublishedAt is not null),
            cancellation);

        audit.Record("openness.project-assessed", $"project:{id}", null, null, new { entry.EffectiveOn, entry.Completion, entry.Note });
        await Db.SaveChangesAsync(cancellation);
        return Done(texts["CompletionRecorded", Project.Number], $"openness-project-{id}-completion", $"/workspace/openness#project-{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await desk.ProgrammeAsync(cancellation) is not { } programme || await desk.ProjectAsync(id, cancellation) is not { ArchivedOn: null } project)
        {
            return false;
        }

        (Programme, Project) = (programme, project);
        History = await Db.Set<CompletionEntry>().AsNoTracking()
            .Where(entry => entry.ProjectId == id)
            .OrderByDescending(entry => entry.EffectiveOn).ThenByDescending(entry => entry.Id)
            .ToListAsync(cancellation);
        return true;
    }
}

/// <summary>What is said of a project's completion, as the form has it.</summary>
internal sealed class CompletionInput
{
    [Required]
    public DateOnly? EffectiveOn { get; set; }

    [EnumDataType(typeof(Completion), ErrorMessage = "ValidationInvalid")]
    public Completion Completion { get; set; }

    [Localized(Longest = 2000)]
    public LocalizedInput Note { get; set; } = new();

    [Localized(Required = true)]
    public LocalizedInput SaidBy { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Evidence { get; set; } = new();
}
