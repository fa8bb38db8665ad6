using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>One activity with all that is known of it, and its history.</summary>
[Feature(Feature.ActionPlan)]
internal sealed partial class DetailsModel(CommuneContext db, TimeProvider time) : CommunePage
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    public Activity Activity { get; private set; } = null!;

    public int AxisNumber { get; private set; }

    public LocalizedText AxisTitle { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgressEntry> History { get; private set; } = [];

    /// <summary>The entry in effect today, if any.</summary>
    public ProgressEntry? Current { get; private set; }

    public ActivityStatus Status => Current?.Status ?? ActivityStatus.Planned;

    /// <summary>None for an activity that was cancelled: it does not count.</summary>
    public int? Percent => Status == ActivityStatus.Cancelled ? null : Current?.Percent ?? 0;

    public bool IsLate => PlanProgress.IsLate(Status, Activity.PlannedEnd, Today);

    public string Reference => PlanActivity.ReferenceOf(AxisNumber, Activity.Number);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!Written().IsMatch(reference))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var numbers = reference.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (axisNumber, activityNumber) = (numbers[0], numbers[1]);
        var axis = await db.Set<Axis>()
            .AsNoTracking()
            .Where(axis => axis.Number == axisNumber)
            .Select(axis => new { axis.Id, axis.Number, axis.Title })
            .FirstOrDefaultAsync(cancellation);
        var activity = axis is null
            ? null
            : await db.Set<Activity>()
                .AsNoTracking()
                .Include(activity => activity.Indicators.OrderBy(indicator => indicator.Id))
                .FirstOrDefaultAsync(activity => activity.AxisId == axis.Id && activity.Number == activityNumber, cancellation);
        if (axis is null || activity is null)
        {
            return NotFound();
        }

        (Activity, AxisNumber, AxisTitle) = (activity, axis.Number, axis.Title);
        History = await db.Set<ProgressEntry>()
            .AsNoTracking()
            .Where(entry => entry.ActivityId == activity.Id)
            .OrderByDescending(entry => entry.EffectiveOn)
            .ThenByDescending(entry => entry.Id)
            .ToListAsync(cancellation);
        Current = History.FirstOrDefault(entry => entry.EffectiveOn <= Today);
        return Page();
    }

    [GeneratedRegex("^[1-9][0-9]?\\.[1-9][0-9]{0,2}$")]
    private static partial Regex Written();
}
