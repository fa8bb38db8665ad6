using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Commitments.OpennessProgramme;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.People;
using Platform.Ui.Forms;
using Platform.Ui.Workspace;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>An activity: a new one of the axis <c>?axis=</c>, or one that is there.</summary>
[Workspace(Area.ActionPlan)]
internal sealed class ActivityPageModel(CommuneContext db, PlanDesk desk, AuditTrail audit, IStringLocalizer<PlanEditingTexts> texts) : EditPage(db)
{
    public const string IndicatorsList = "indicators";

    [BindProperty]
    public ActivityInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;

    public Axis Axis { get; private set; } = null!;

    /// <summary>None while it is being added.</summary>
    public Activity? Activity { get; private set; }

    public string? Reference => Activity is null ? null : PlanActivity.ReferenceOf(Axis.Number, Activity.Number);

    public IReadOnlyList<SelectListItem> Indicators { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Projects { get; private set; } = [];

    public IEnumerable<SelectListItem> Priorities =>
    [
        new(texts["PriorityNone"], ""),
        .. Enumerable.Range(1, Activity.LowestPriority).Select(level => level.ToString(CultureInfo.InvariantCulture)).Select(level => new SelectListItem(texts["Priority" + level], level)),
    ];

    public IEnumerable<SelectListItem> Origins => texts.Choices<ActivityOrigin>("Origin");

    public string KeepKey => Activity is null ? $"axis-{Axis.Id}-activity" : $"activity-{Activity.Id}";

    public async Task<IActionResult> OnGetAsync(int? id, int? axis, CancellationToken cancellation)
    {
        if (!await FindAsync(id, axis, cancellation))
        {
            return NotFound();
        }

        Input = Activity is null ? ActivityInput.Empty() : ActivityInput.From(Activity);
        await OfferAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, int? axis, CancellationToken cancellation)
    {
        if (!await FindAsync(id, axis, cancellation))
        {
            return NotFound();
        }

        await OfferAsync(cancellation);
        if (Arrange is not null)
        {
            Input.Indicators.Arrange(IndicatorsList, Arrange);
            return Arranged();
        }

        if (Input.PlannedEnd < Input.PlannedStart)
        {
            Refuse("Input.PlannedEnd", texts["EndBeforeStart"]);
        }

        if (Input.OpennessProject is { } project && Projects.All(choice => choice.Value != project.ToString(CultureInfo.InvariantCulture)))
        {
            Refuse("Input.OpennessProject", texts["NoSuchProject"]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Activity is null)
        {
            return await AddAsync(cancellation);
        }

        Db.EditedFrom(Activity, Input.Revision);
        Activity.Describe(Input.Title.ToText()!, Input.Priority, Input.Origin, Input.OpennessProject, Worded(Activity));
        Input.ApplyTo(Activity);
        audit.RecordChange("activity.described", $"activity:{Activity.Id}", Activity);
        if (await Db.SavedAsync(cancellation))
        {
            return Done(Activity, texts["ActivitySaved", Reference!]);
        }

        await FindAsync(id, axis, cancellation);
        return Clash(ActivityInput.From(Activity), Input, texts);
    }

    private async Task<IActionResult> AddAsync(CancellationToken cancellation)
    {
        if (await desk.FreeActivityNumberAsync(Axis.Id, cancellation) > Activity.HighestNumber)
        {
            Refuse("", texts["TooManyActivities"]);
            return Invalid();
        }

        Activity activity = null!;
        await SaveRetriedAsync(
            async () =>
            {
                activity = Activity.Of(
                    await desk.FreeActivityNumberAsync(Axis.Id, cancellation), Input.Title.ToText()!, Input.Priority, Input.Origin,
                    [.. Input.Indicators.Where(row => row.Text.ToText() is not null).Select(row => ActivityIndicator.Of(row.Text.ToText()!, row.Indicator))],
                    opennessProject: Input.OpennessProject, addedOn: desk.Today);
                Input.ApplyTo(activity);
                activity.MoveTo(Axis, activity.Number, await desk.LastPlaceInAxisAsync(Axis.Id, cancellation));
                Db.Add(activity);
                audit.Record(
                    "activity.added", PlanActivity.FirstSubjectOf(Plan.Number, PlanActivity.ReferenceOf(Axis.Number, activity.Number)), null, null,
                    new { reference = PlanActivity.ReferenceOf(Axis.Number, activity.Number), title = activity.Title });
            },
            cancellation);
        return Done(activity, texts["ActivityAdded", PlanActivity.ReferenceOf(Axis.Number, activity.Number)]);
    }

    private RedirectResult Done(Activity activity, string notice)
    {
        return Done(notice, KeepKey, $"/workspace/action-plan?plan={Plan.Number}#activity-{activity.Id}");
    }

    private List<ActivityIndicator> Worded(Activity activity) => Kept(
        activity.Indicators, Input.Indicators.Where(row => row.Text.ToText() is not null), (indicator, row) => indicator.Id == row.Id,
        (indicator, row, _) => indicator.Word(row.Text.ToText()!, row.Indicator), (row, _) => ActivityIndicator.Of(row.Text.ToText()!, row.Indicator));

    private async Task OfferAsync(CancellationToken cancellation)
    {
        Indicators = await Db.IndicatorChoicesAsync(texts["NoIndicatorCode"], Input.Indicators.Select(row => row.Indicator), Language, cancellation);
        var projects = await Db.Set<Project>().AsNoTracking()
            .Where(project => project.ArchivedOn == null || project.ArchivedOn > desk.Today)
            .OrderBy(project => project.Number)
            .Select(project => new { project.Number, project.Title })
            .ToListAsync(cancellation);
        var numbers = projects.ToDictionary(project => project.Number, project => texts["ProjectChoice", project.Number, project.Title.In(Language)].Value);
        if (Activity?.OpennessProject is { } linked)
        {
            // What the documents link to may be a project that has no card here.
            numbers.TryAdd(linked, texts["ProjectNumber", linked]);
        }

        Projects = [new(texts["NoProject"], ""), .. numbers.OrderBy(pair => pair.Key).Select(pair => new SelectListItem(pair.Value, pair.Key.ToString(CultureInfo.InvariantCulture)))];
    }

    private async Task<bool> FindAsync(int? id, int? axis, CancellationToken cancellation)
    {
        if (id is null)
        {
            if (axis is null || await desk.AxisAsync(axis.Value, cancellation) is not { Axis.ArchivedOn: null } open)
            {
                return false;
            }

            (Plan, Axis) = open;
            return true;
        }

        if (await desk.ActivityAsync(id.Value, cancellation) is not { } found)
        {
            return false;
        }

        (Plan, Axis, Activity) = found;
        return true;
    }
}
