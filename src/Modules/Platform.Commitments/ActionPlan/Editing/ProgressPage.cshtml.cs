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

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Records how far an activity is: who says so, and what shows it. What was said before stays.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ProgressPageModel(
    CommuneContext db, PlanDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    [BindProperty]
    public ProgressInput Input { get; set; } = new();

    public ActivityAtHand At { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgressEntry> History { get; private set; } = [];

    public IEnumerable<SelectListItem> Statuses => texts.Choices<ActivityStatus>("Status");

    [BindProperty]
    public FilesInput Files { get; set; } = new();

    public string KeepKey => $"activity-{At.Activity.Id}-progress";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        var current = History.FirstOrDefault(entry => entry.EffectiveOn <= desk.Today);
        Input = new()
        {
            EffectiveOn = desk.Today,
            Status = current?.Status ?? ActivityStatus.InProgress,
            Percent = current?.Percent,
            SaidBy = LocalizedInput.From(At.Activity.Responsible),
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

        if (ModelState.IsValid && Input.PercentMeant is null)
        {
            Refuse("Input.Percent", texts["PercentNeeded"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(Files);
        }

        var entry = ProgressEntry.Of(
            Input.EffectiveOn!.Value, Input.Status, Input.PercentMeant!.Value, Input.Note.ToText(), Input.SaidBy.ToText(), Input.Evidence.ToText(), desk.Now,
            obstacle: Input.Obstacle.ToText());
        At.Activity.Progress.Add(entry);
        await Files.KeepAsync(
            documents,
            () => new(DocumentKind.Evidence, BothLanguages.Of(typeof(PlanEditingTexts), "EvidenceTitle", At.Reference), entry.EffectiveOn, entry.HaveDocuments(), Publish: At.Plan.PublishedAt is not null),
            cancellation);

        audit.Record("activity.progressed", $"activity:{id}", null, null, new { entry.EffectiveOn, entry.Status, entry.Percent, entry.Note });
        await Db.SaveChangesAsync(cancellation);
        return Done(texts["ProgressRecorded", At.Reference], KeepKey, $"/workspace/action-plan?plan={At.Plan.Number}#activity-{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await desk.ActivityAsync(id, cancellation) is not { Activity.ArchivedOn: null } found)
        {
            return false;
        }

        At = found;
        History = await Db.Set<ProgressEntry>().AsNoTracking()
            .Where(entry => entry.ActivityId == id)
            .OrderByDescending(entry => entry.EffectiveOn).ThenByDescending(entry => entry.Id)
            .ToListAsync(cancellation);
        return true;
    }
}
