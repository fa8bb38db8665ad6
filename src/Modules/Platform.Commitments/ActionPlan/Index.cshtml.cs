using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>The plan by axis, with its progress today, filters and search.</summary>
[Feature(Feature.ActionPlan)]
internal sealed class IndexModel(CommuneContext db, TimeProvider time) : CommunePage
{
    /// <summary>None where the commune has no plan.</summary>
    public Plan? Plan { get; private set; }

    public DateOnly Today { get; } = time.TodayInMorocco();

    public PlanFilter Filter { get; private set; } = PlanFilter.Everything;

    /// <summary>All axes, whatever was chosen.</summary>
    public IReadOnlyList<PlanAxis> Axes { get; private set; } = [];

    /// <summary>What was chosen of them.</summary>
    public IReadOnlyList<PlanAxis> Shown { get; private set; } = [];

    /// <summary>By the axis's key.</summary>
    public ILookup<int, SuccessIndicator> SuccessIndicators { get; private set; } = Array.Empty<SuccessIndicator>().ToLookup(indicator => indicator.AxisId);

    public IEnumerable<PlanActivity> Activities => Axes.SelectMany(axis => axis.Activities);

    public int Found => Shown.Sum(axis => axis.Activities.Count);

    public decimal? Progress => PlanProgress.Of(Activities.Select(activity => activity.Standing));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!PlanFilter.TryRead(Request.Query, out var filter))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Filter = filter;
        Plan = await db.ReadPlanAsync(Today, cancellation);
        if (Plan is null)
        {
            return Page();
        }

        Axes = await db.ReadAxesAsync(Today, cancellation);
        if (filter.Axis is { } axis && Axes.All(known => known.Number != axis))
        {
            return NotFound();
        }

        Shown = filter.Apply(Axes);
        SuccessIndicators = (await db.Set<SuccessIndicator>().AsNoTracking().OrderBy(indicator => indicator.Id).ToListAsync(cancellation))
            .ToLookup(indicator => indicator.AxisId);
        return Page();
    }

    public int CountOf(string status) => status == PlanFilter.Late
        ? Activities.Count(activity => activity.IsLate)
        : Activities.Count(activity => PlanWord.Of(activity.Status) == status);
}
