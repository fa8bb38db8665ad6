using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Asks before an axis or an activity leaves the plan, and says what the public will see. Nothing is lost: the archive brings it back.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ArchivePageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    private const string AxisKind = "axis";
    private const string ActivityKind = "activity";

    [BindProperty, MaxLength(AuditEntry.ReasonLength)]
    public string? Reason { get; set; }

    public Plan Plan { get; private set; } = null!;

    public Axis? Axis { get; private set; }

    public ActivityAtHand? At { get; private set; }

    /// <summary>How many activities leave the plan.</summary>
    public int Activities { get; private set; } = 1;

    public string Question => At is null ? texts["ArchiveAxis", Axis!.Number] : texts["ArchiveActivity", At.Reference];

    public string What => (At?.Activity.Title ?? Axis!.Title).In(Language);

    public async Task<IActionResult> OnGetAsync(string kind, int id, CancellationToken cancellation) =>
        await FindAsync(kind, id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, int id, CancellationToken cancellation)
    {
        if (!await FindAsync(kind, id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await SaveRetriedAsync(
            async () =>
            {
                await FindAsync(kind, id, cancellation);
                At?.Activity.Archive(desk.Today);
                Axis?.Archive(desk.Today);
                audit.Record($"{kind}.archived", $"{kind}:{id}", Reason);
            },
            cancellation);
        Notice = texts["Archived", What];
        return Redirect($"~/workspace/action-plan?plan={Plan.Number}");
    }

    private async Task<bool> FindAsync(string kind, int id, CancellationToken cancellation)
    {
        if (kind == ActivityKind && await desk.ActivityAsync(id, cancellation) is { Activity.ArchivedOn: null } found)
        {
            (At, Plan) = (found, found.Plan);
            return true;
        }

        if (kind == AxisKind && await desk.AxisAsync(id, cancellation) is { Axis.ArchivedOn: null } open)
        {
            (Plan, Axis) = open;
            Activities = await Db.Set<Activity>().CountAsync(activity => activity.AxisId == id && activity.ArchivedOn == null, cancellation);
            return true;
        }

        return false;
    }
}
