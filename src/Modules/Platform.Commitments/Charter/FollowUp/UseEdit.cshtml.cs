using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Charters;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>A line of the tracking matrix.</summary>
[Workspace(Area.Charter)]
internal sealed class UseEditModel(
    CommuneContext db, AuditTrail audit, TimeProvider time, IStringLocalizer<FollowUpTexts> texts, IStringLocalizer<CharterTexts> words) : WorkspacePage
{
    [BindProperty]
    public UseInput Input { get; set; } = new();

    public CharterUse? Use { get; private set; }

    public IReadOnlyList<SelectListItem> Rungs => words.Choices<LadderRung>("Rung_");

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Use is { } use)
        {
            Input = new()
            {
                Process = LocalizedInput.From(use.Process),
                Rung = use.Rung,
                UsedOn = use.UsedOn,
                Actors = use.Actors,
                Difficulties = LocalizedInput.From(use.Difficulties),
                Done = LocalizedInput.From(use.Done),
                Revision = use.Revision,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Input.UsedOn > time.TodayInMorocco())
        {
            ModelState.AddModelError("Input.UsedOn", texts["DateInFuture"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (process, difficulties, done) = (Input.Process.ToText()!, Input.Difficulties.ToText(), Input.Done.ToText());
        if (Use is { } use)
        {
            db.EditedFrom(use, Input.Revision);
            use.Revise(process, Input.Rung!.Value, Input.UsedOn!.Value, Input.Actors, difficulties, done);
            audit.RecordChange("charter.use-changed", $"charter-use:{use.Id}", use);
        }
        else
        {
            db.Add(CharterUse.Of(process, Input.Rung!.Value, Input.UsedOn!.Value, Input.Actors, difficulties, done));
            audit.Record("charter.use-added", "charter-use", after: new { process, Input.Rung, Input.UsedOn, Input.Actors, difficulties, done });
        }

        if (!await db.SavedAsync(cancellation))
        {
            return await ConflictAsync(id, cancellation);
        }

        SavedForm = $"charter-use-{id}";
        Notice = texts["UseSaved"];
        return To("/workspace/charter/uses");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Use is not { } use)
        {
            return NotFound();
        }

        use.Remove(time.UtcNow());
        audit.RecordChange("charter.use-removed", $"charter-use:{use.Id}", use);
        Tell(await db.SavedAsync(cancellation), texts["Removed"], texts["ChangedMeanwhile"]);

        return To("/workspace/charter/uses");
    }

    private async Task<bool> LoadAsync(int? id, CancellationToken cancellation)
    {
        Use = id is null ? null : await db.Set<CharterUse>().FirstOrDefaultAsync(use => use.Id == id && use.RemovedAt == null, cancellation);
        return id is null || Use is not null;
    }

    private async Task<IActionResult> ConflictAsync(int? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation) || Use is not { } theirs)
        {
            Warning = texts["ChangedMeanwhile"];
            return To("/workspace/charter/uses");
        }

        Input.Revision = theirs.Revision;
        return Conflicting(
        [
            .. EditConflict.Differing(texts["UseProcess"], theirs.Process, Input.Process.ToText()),
            .. EditConflict.Differing(texts["UseRung"], words["Rung_" + theirs.Rung], words["Rung_" + Input.Rung]),
            .. EditConflict.Differing(texts["UsedOn"], Formats.Date(theirs.UsedOn), Formats.Date(Input.UsedOn)),
            .. EditConflict.Differing(texts["UseActors"], $"{theirs.Actors}", $"{Input.Actors}"),
            .. EditConflict.Differing(texts["UseDifficulties"], theirs.Difficulties, Input.Difficulties.ToText()),
            .. EditConflict.Differing(texts["UseDone"], theirs.Done, Input.Done.ToText()),
        ]);
    }

    internal sealed class UseInput
    {
        [Localized(Required = true, Longest = 300)]
        public LocalizedInput Process { get; set; } = new();

        [Required]
        public LadderRung? Rung { get; set; }

        [Required]
        public DateOnly? UsedOn { get; set; }

        [Range(0, 10_000_000)]
        public int? Actors { get; set; }

        [Localized(Longest = 2000)]
        public LocalizedInput Difficulties { get; set; } = new();

        [Localized(Longest = 2000)]
        public LocalizedInput Done { get; set; } = new();

        public int Revision { get; set; }
    }
}
