using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Evaluations;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;
using Platform.Kernel.Files;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.ActionPlan;

/// <summary>One activity with all that is known of it, and its history.</summary>
[Feature(Feature.ActionPlan)]
internal sealed partial class DetailsModel(CommuneContext db, IDocuments documents, IShapers shapers, EvaluationReader evaluations, TimeProvider time) : CommunePage
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    public Activity Activity { get; private set; } = null!;

    /// <summary>Remarks that changed it.</summary>
    public IReadOnlyList<Shaped> Shaped { get; private set; } = [];

    /// <summary>What the committee said of it.</summary>
    public ThingEvaluations Evaluations { get; private set; } = ThingEvaluations.None;

    public int PlanNumber { get; private set; }

    public int AxisNumber { get; private set; }

    public LocalizedText AxisTitle { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgressEntry> History { get; private set; } = [];

    /// <summary>Published files that show what was said, by <see cref="ProgressEntry.DocumentsSubject"/>.</summary>
    public ILookup<string, AttachedDocument> Files { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    /// <summary>The entry in effect today, if any.</summary>
    public ProgressEntry? Current { get; private set; }

    /// <summary>The day from which it, or its axis, is no longer part of the plan; none where it is. The page answers 410 then, and still tells what was.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    /// <summary>What links to its plan carry where that is not the one of today: <c>?plan=1</c>.</summary>
    public string PlanQuery { get; private set; } = "";

    public ActivityStatus Status => Current?.Status ?? ActivityStatus.Planned;

    /// <summary>None for an activity that was cancelled: it does not count.</summary>
    public int? Percent => Status == ActivityStatus.Cancelled ? null : Current?.Percent ?? 0;

    public bool IsLate => PlanProgress.IsLate(Status, Activity.PlannedEnd, Today);

    public string Reference => PlanActivity.ReferenceOf(AxisNumber, Activity.Number);

    /// <summary>What its public acts are recorded on: its key, and every reference that it ever had.</summary>
    public IReadOnlyCollection<string> Subjects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!Written().IsMatch(reference))
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var numbers = reference.Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var (axisNumber, activityNumber) = (numbers[0], numbers[1]);
        if (PlanChoice.Of(Request.Query) is not { } choice)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        PlanQuery = choice.Query;
        var current = (choice.Number is { } number ? db.Set<Plan>().Where(plan => plan.Number == number && plan.PublishedAt != null).OrderBy(plan => plan.Number) : db.CurrentPlan(Today))
            .Select(plan => plan.Id)
            .Take(1);
        var axis = await db.Set<Axis>()
            .AsNoTracking()
            .Where(axis => current.Contains(axis.PlanId) && axis.Number == axisNumber)
            .Select(axis => new { axis.Id, axis.Number, axis.Title, axis.ArchivedOn, Plan = db.Set<Plan>().Where(plan => plan.Id == axis.PlanId).Select(plan => plan.Number).First() })
            .FirstOrDefaultAsync(cancellation);
        var activity = axis is null
            ? null
            : await db.Set<Activity>()
                .AsNoTracking()
                .Include(activity => activity.Indicators.OrderBy(indicator => indicator.Id))
                .FirstOrDefaultAsync(activity => activity.AxisId == axis.Id && activity.Number == activityNumber, cancellation);
        if (axis is null)
        {
            return NotFound();
        }

        if (activity is null)
        {
            return await MovedAsync(axis.Id, activityNumber, cancellation);
        }

        (Activity, AxisNumber, AxisTitle, PlanNumber) = (activity, axis.Number, axis.Title, axis.Plan);
        ArchivedOn = new[] { activity.ArchivedOn, axis.ArchivedOn }.Where(on => on <= Today).Min();
        if (ArchivedOn is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        History = await db.Set<ProgressEntry>()
            .AsNoTracking()
            .Where(entry => entry.ActivityId == activity.Id)
            .OrderByDescending(entry => entry.EffectiveOn)
            .ThenByDescending(entry => entry.Id)
            .ToListAsync(cancellation);
        var subjects = History.Select(entry => entry.DocumentsSubject).OfType<string>().ToList();
        if (subjects.Count > 0)
        {
            Files = await documents.OfAsync(subjects, unpublished: false, cancellation);
        }

        // An answer names the activity of the plan that stands at the address.
        Shaped = PlanQuery.Length > 0 ? [] : await shapers.OfAsync([PlanActivity.LinkOf(Reference)], cancellation);
        Evaluations = await evaluations.OfThingAsync(EvaluatedDocuments.OfActivity(activity.Id), cancellation);
        Current = History.FirstOrDefault(entry => entry.EffectiveOn <= Today);
        var former = await (
            from left in db.Set<FormerReference>()
            join stood in db.Set<Axis>() on left.AxisId equals stood.Id
            where left.ActivityId == activity.Id
            select new { Axis = stood.Number, left.Number }).ToListAsync(cancellation);
        Subjects =
        [
            $"activity:{activity.Id}",
            .. former.Select(place => PlanActivity.ReferenceOf(place.Axis, place.Number)).Append(Reference).Select(each => PlanActivity.FirstSubjectOf(PlanNumber, each)),
        ];
        return Page();
    }

    /// <summary>An activity that was moved to another axis is found there; search engines learn its new address.</summary>
    private async Task<IActionResult> MovedAsync(int axis, int number, CancellationToken cancellation)
    {
        var moved = await (
            from former in db.Set<FormerReference>()
            join activity in db.Set<Activity>() on former.ActivityId equals activity.Id
            join now in db.Set<Axis>() on activity.AxisId equals now.Id
            where former.AxisId == axis && former.Number == number
            select new { Axis = now.Number, activity.Number }).FirstOrDefaultAsync(cancellation);
        return moved is null
            ? NotFound()
            : RedirectPermanent("~" + PlanActivity.LinkOf(PlanActivity.ReferenceOf(moved.Axis, moved.Number)) + PlanQuery);
    }

    [GeneratedRegex("^[1-9][0-9]?\\.[1-9][0-9]{0,2}$")]
    private static partial Regex Written();
}
