using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Participation.Processes.Editing;

/// <summary>A stage of a process; without a number, a new one at the end.</summary>
[Workspace(Area.Participation)]
internal sealed class StageEditModel(CommuneContext db, ProcessDesk desk, AuditTrail audit, IStringLocalizer<ProcessEditingTexts> texts) : WorkspacePage
{
    [BindProperty]
    public StageInput Input { get; set; } = new();

    public Process Process { get; private set; } = null!;

    public ProcessStage? Stage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        Input = new()
        {
            Title = LocalizedInput.From(Stage?.Title),
            Text = LocalizedInput.From(Stage?.Text),
            From = Stage?.From,
            To = Stage?.To,
            Revision = Process.Revision,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            return NotFound();
        }

        if (Input.To < Input.From)
        {
            Refuse("Input.To", texts["EndsBeforeBeginning"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        db.EditedFrom(Process, Input.Revision);
        var (title, text) = (Input.Title.ToText()!, Input.Text.ToText());
        if (Stage is { } stage)
        {
            stage.Describe(stage.Position, title, text, Input.From, Input.To);
            audit.RecordChange("process.stage-changed", ProcessSubjects.Of(Process), stage);
        }
        else
        {
            Process.Stages.Add(ProcessStage.Of(Process.Stages.Count == 0 ? 1 : Process.Stages.Max(other => other.Position) + 1, title, text, Input.From, Input.To));
            audit.Record("process.stage-added", ProcessSubjects.Of(Process), after: new { title, text, Input.From, Input.To });
        }

        return await SaveAsync(slug, id, "StageSaved", cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation) || Stage is not { } stage)
        {
            return NotFound();
        }

        db.EditedFrom(Process, Process.Revision);
        db.Remove(stage);
        audit.Record("process.stage-removed", ProcessSubjects.Of(Process), before: new { stage.Title, stage.From, stage.To });
        return await SaveAsync(slug, id, "StageRemoved", cancellation);
    }

    private async Task<IActionResult> SaveAsync(string slug, int? id, string done, CancellationToken cancellation)
    {
        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(slug, id, cancellation);
        }

        SavedForm = $"stage-{slug}-{id}";
        Notice = texts[done];
        return To($"/workspace/processes/{slug}#stages");
    }

    private async Task<bool> LoadAsync(string slug, int? id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(slug, cancellation) is not { } process)
        {
            return false;
        }

        Process = process;
        Stage = process.Stages.Find(stage => stage.Id == id);
        return id is null || Stage is not null;
    }

    private async Task<IActionResult> ConflictAsync(string slug, int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(slug, id, cancellation))
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/processes/" + slug);
        }

        Input.Revision = Process.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["StageTitle"], Stage?.Title, Input.Title.ToText()),
            .. EditConflict.Differing(texts["StageText"], Stage?.Text, Input.Text.ToText()),
            .. EditConflict.Differing(texts["StageFrom"], Formats.Date(Stage?.From), Formats.Date(Input.From)),
            .. EditConflict.Differing(texts["StageTo"], Formats.Date(Stage?.To), Formats.Date(Input.To)),
        ]);
    }

    internal sealed class StageInput
    {
        [Localized(Required = true, Longest = 200)]
        public LocalizedInput Title { get; set; } = new();

        [Localized(Longest = 2000)]
        public LocalizedInput Text { get; set; } = new();

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public int Revision { get; set; }
    }
}
