using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Puts a plan on the public site, after saying what everyone will see.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class PublishPageModel(
    CommuneContext db, PlanDesk desk, IDocuments documents, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts, IStringLocalizer<EditingTexts> common) : EditPage(db)
{
    [BindProperty]
    public bool Confirmed { get; set; }

    public Plan Plan { get; private set; } = null!;

    public int Axes { get; private set; }

    public int Activities { get; private set; }

    /// <summary>The plan that the public sees today, if any.</summary>
    public Plan? Shown { get; private set; }

    /// <summary>Documents of its adoption: those that wait are published with it.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    public PlanStage Stage => Plan.StageAt(desk.Today);

    public async Task<IActionResult> OnGetAsync(int plan, CancellationToken cancellation) => await FindAsync(plan, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int plan, CancellationToken cancellation)
    {
        if (!await FindAsync(plan, cancellation))
        {
            return NotFound();
        }

        if (!Confirmed)
        {
            Refuse(nameof(Confirmed), common["ConfirmNeeded"]);
        }

        if (Activities == 0)
        {
            Refuse("", texts["NothingToPublish"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        await SaveRetriedAsync(
            async () =>
            {
                if (!await FindAsync(plan, cancellation))
                {
                    // A colleague published it in this moment.
                    return;
                }

                Plan.Publish(desk.Now);
                await desk.SucceedAsync(Plan, cancellation);
                await documents.PublishAsync(Plan.DocumentsSubject, cancellation);
                audit.Record("plan.published", $"plan:{plan}");
            },
            cancellation);
        Notice = texts["Published"];
        return Redirect($"~/workspace/action-plan?plan={plan}");
    }

    /// <summary>Whether it takes the place of the plan that is shown, at once.</summary>
    public bool TakesPlace => Shown is null || Stage == PlanStage.InForce || Shown.StageAt(desk.Today) != PlanStage.InForce;

    private async Task<bool> FindAsync(int number, CancellationToken cancellation)
    {
        if (await desk.PlanAsync(number, cancellation) is not { PublishedAt: null } found)
        {
            return false;
        }

        Plan = found;
        Documents = [.. (await documents.OfAsync([found.DocumentsSubject], unpublished: true, cancellation))[found.DocumentsSubject]];
        var axes = await Db.ReadAxesAsync(found, desk.Today, cancellation);
        (Axes, Activities) = (axes.Count, axes.Sum(axis => axis.Activities.Count));
        Shown = await Db.CurrentPlan(desk.Today).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return true;
    }
}
