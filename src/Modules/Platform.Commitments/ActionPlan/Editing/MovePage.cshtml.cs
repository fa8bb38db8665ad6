using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Moves an activity, with its whole history, into another axis of its plan. Links to its former number lead on to it.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class MovePageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    [BindProperty, Required]
    public int? Target { get; set; }

    public ActivityAtHand At { get; private set; } = null!;

    public IReadOnlyList<Axis> Axes { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices =>
    [
        new(texts["ChooseAxis"], ""),
        .. Axes.Select(axis => new SelectListItem(texts["AxisChoice", axis.Number, axis.Title.In(Language)], axis.Id.ToString(CultureInfo.InvariantCulture))),
    ];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) => await FindAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Target is not null && Axes.All(axis => axis.Id != Target))
        {
            Refuse(nameof(Target), texts["ChooseAxis"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (from, to) = ("", "");
        await SaveRetriedAsync(
            async () =>
            {
                if (!await FindAsync(id, cancellation) || Axes.FirstOrDefault(axis => axis.Id == Target) is not { } axis)
                {
                    throw new DbUpdateConcurrencyException("A colleague has archived it, or moved it there, in this moment.");
                }

                from = At.Reference;
                var activity = At.Activity;
                Db.Add(FormerReference.Of(activity));
                activity.MoveTo(axis, await desk.FreeActivityNumberAsync(axis.Id, cancellation), await desk.LastPlaceInAxisAsync(axis.Id, cancellation));
                to = PlanActivity.ReferenceOf(axis.Number, activity.Number);
                audit.Record("activity.moved", $"activity:{id}", null, new { reference = from }, new { reference = to });
            },
            cancellation);
        Notice = texts["ActivityMoved", from, to];
        return Redirect($"~/workspace/action-plan?plan={At.Plan.Number}#activity-{id}");
    }

    private async Task<bool> FindAsync(int id, CancellationToken cancellation)
    {
        if (await desk.ActivityAsync(id, cancellation) is not { Activity.ArchivedOn: null } found)
        {
            return false;
        }

        At = found;
        Axes = await Db.Set<Axis>().AsNoTracking()
            .Where(axis => axis.PlanId == found.Plan.Id && axis.Id != found.Axis.Id && axis.ArchivedOn == null)
            .OrderBy(axis => axis.Position).ThenBy(axis => axis.Number)
            .ToListAsync(cancellation);
        return true;
    }
}
