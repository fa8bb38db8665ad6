using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>What a process says of itself; without a name in the address, a new one.</summary>
[Workspace(Area.Participation)]
internal sealed class ProcessEditModel(
    CommuneContext db, ProcessDesk desk, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts, IStringLocalizer<ProcessTexts> words) : WorkspacePage
{
    [BindProperty]
    public ProcessInput Input { get; set; } = new();

    public Process? Process { get; private set; }

    public IReadOnlyList<SelectListItem> Rungs =>
        [.. Enum.GetValues<LadderRung>().Select(rung => new SelectListItem($"{words["Rung_" + rung]}: {words["RungText_" + rung]}", rung.ToString()))];

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        Input = Process is null ? Input : ProcessInput.Of(Process);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (IsPreview)
        {
            return Preview();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var text = Input.ToText();
        if (Process is null)
        {
            var added = await desk.AddAsync(
                free => Process.Of(free, text), text.Title, process => audit.Record("process.created", ProcessSubjects.Of(process), after: text), cancellation);
            SavedForm = "process-";
            Notice = texts["Created"];
            return To("/workspace/processes/" + added.Slug);
        }

        db.EditedFrom(Process, Input.Revision);
        Process.Describe(text);
        audit.RecordChange("process.changed", ProcessSubjects.Of(Process), Process);
        if (Process.IsPublished)
        {
            await desk.TellCharterAsync(Process, cancellation);
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug!, cancellation);
        }

        SavedForm = "process-" + slug;
        Notice = texts["Saved"];
        return To("/workspace/processes/" + slug);
    }

    private async Task<bool> LoadAsync(string? slug, CancellationToken cancellation)
    {
        Process = slug is null ? null : await desk.FindAsync(slug, cancellation);
        return slug is null || Process is not null;
    }

    private async Task<IActionResult> ConflictAsync(string slug, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, cancellation) || Process is not { } theirs)
        {
            return NotFound();
        }

        Input.Revision = theirs.Revision;
        return Conflicting(Input.DifferencesFrom(theirs, words, texts));
    }
}
