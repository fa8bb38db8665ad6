using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Exchange;

/// <summary>A plan as it stands, as texts: what is exported, and what an import is compared with. What was archived is left out.</summary>
/// <param name="Plan">None where the commune has none.</param>
/// <param name="Taken">Places that no other activity gets: of all that there are or were.</param>
internal sealed record StandingPlan(Plan? Plan, IReadOnlyList<StandingAxis> Axes, IReadOnlySet<(int Axis, int Number)> Taken)
{
    public static StandingPlan None { get; } = new(null, [], new HashSet<(int, int)>());

    /// <summary>An adopted plan is on the site, whose place this one takes.</summary>
    public bool Succeeds { get; init; }

    /// <summary>Numbers of the documents that are attached to the plan, as rows keep them.</summary>
    public string Documents { get; init; } = "";

    /// <summary>Titles of the documents that are attached to the plan or to what was said of it, by their numbers.</summary>
    public IReadOnlyDictionary<int, LocalizedText> Titles { get; init; } = new Dictionary<int, LocalizedText>();

    /// <summary>Title, frame and goals.</summary>
    public PlanTexts? Card => Plan is null ? null : PlanTexts.Of(Plan, Documents);

    public IEnumerable<StandingActivity> Activities => Axes.SelectMany(axis => axis.Activities);

    /// <summary>The plan that the team works on: the latest, whether the public sees it or not.</summary>
    public static async Task<StandingPlan> WorkedOnAsync(CommuneContext db, IDocuments documents, DateOnly today, CancellationToken cancellation) =>
        await ReadAsync(db, documents, await db.WorkedOnPlan().WithItsWay().AsNoTracking().FirstOrDefaultAsync(cancellation), unpublished: true, today, cancellation);

    public static async Task<StandingPlan> NumberedAsync(CommuneContext db, IDocuments documents, int number, DateOnly today, CancellationToken cancellation) =>
        await ReadAsync(
            db, documents, await db.Set<Plan>().OrderBy(plan => plan.Number).WithItsWay().AsNoTracking().FirstOrDefaultAsync(plan => plan.Number == number, cancellation), unpublished: true,
            today, cancellation);

    /// <summary>The plan that the public sees, with the documents that it sees.</summary>
    public static async Task<StandingPlan> PublishedAsync(CommuneContext db, IDocuments documents, DateOnly today, CancellationToken cancellation) =>
        await ReadAsync(db, documents, await db.ReadPlanAsync(today, cancellation), unpublished: false, today, cancellation);

    /// <param name="today">Progress that takes effect later is not its state yet.</param>
    private static async Task<StandingPlan> ReadAsync(
        CommuneContext db, IDocuments documents, Plan? plan, bool unpublished, DateOnly today, CancellationToken cancellation)
    {
        if (plan is null)
        {
            return None;
        }

        var all = await db.Set<Axis>().AsNoTracking()
            .Where(axis => axis.PlanId == plan.Id)
            .Include(axis => axis.SuccessIndicators)
            .Include(axis => axis.Activities).ThenInclude(activity => activity.Indicators)
            .AsSplitQuery()
            .OrderBy(axis => axis.Position)
            .ThenBy(axis => axis.Number)
            .ToListAsync(cancellation);
        var entries = (await (
            from entry in db.Set<ProgressEntry>()
            join activity in db.Set<Activity>() on entry.ActivityId equals activity.Id
            join axis in db.Set<Axis>() on activity.AxisId equals axis.Id
            where axis.PlanId == plan.Id
            orderby entry.EffectiveOn, entry.Id
            select entry).AsNoTracking().ToListAsync(cancellation)).ToLookup(entry => entry.ActivityId);

        var former = await (
            from reference in db.Set<FormerReference>()
            join axis in db.Set<Axis>() on reference.AxisId equals axis.Id
            where axis.PlanId == plan.Id
            select new { axis.Number, Former = reference.Number }).AsNoTracking().ToListAsync(cancellation);
        string[] subjects = [plan.DocumentsSubject, .. entries.SelectMany(group => group).Select(entry => entry.DocumentsSubject).OfType<string>()];
        var attached = await documents.OfAsync(subjects, unpublished, cancellation);
        return new StandingPlan(
            plan,
            [
                .. all.Where(axis => axis.ArchivedOn is null).Select(axis => new StandingAxis(
                    axis.Id,
                    axis.Number,
                    PlanTexts.Of(axis),
                    [
                        .. axis.Activities.Where(activity => activity.ArchivedOn is null).OrderBy(activity => activity.Position).ThenBy(activity => activity.Number)
                            .Select(activity => StandingActivity.Of(axis.Number, activity, [.. entries[activity.Id]], attached, today)),
                    ])),
            ],
            all.SelectMany(axis => axis.Activities.Select(activity => (axis.Number, activity.Number))).Concat(former.Select(row => (row.Number, row.Former))).ToHashSet())
        {
            Succeeds = await db.EarlierPlans(plan.Number).AnyAsync(cancellation),
            Documents = DocumentReferences.Of(attached[plan.DocumentsSubject]),
            Titles = attached.SelectMany(group => group).DistinctBy(document => document.Number).ToDictionary(document => document.Number, document => document.Title),
        };
    }
}

internal static class WorkedOnPlans
{
    public static IQueryable<Plan> WorkedOnPlan(this CommuneContext db) => db.Set<Plan>().OrderByDescending(plan => plan.Number);

    /// <summary>With its meetings and rounds.</summary>
    public static IQueryable<Plan> WithItsWay(this IQueryable<Plan> plans) => plans.Include(plan => plan.Preparation).Include(plan => plan.Rounds).AsSplitQuery();

    /// <summary>The adopted plans on the site that a plan succeeds, the latest first.</summary>
    public static IQueryable<Plan> EarlierPlans(this CommuneContext db, int number) => db.Set<Plan>()
        .Where(other => other.Number < number && other.PublishedAt != null && (other.AdoptedOn != null || other.Session != null))
        .OrderByDescending(other => other.Number);
}

internal sealed record StandingAxis(int Id, int Number, PlanTexts Texts, IReadOnlyList<StandingActivity> Activities);

/// <param name="History">What was said of its progress, the earliest first.</param>
internal sealed record StandingActivity(int Id, int Axis, int Number, PlanTexts Texts, IReadOnlyList<StandingState> History)
{
    public string Reference => PlanActivity.ReferenceOf(Axis, Number);

    /// <param name="attached">Documents of the entries, by their subjects.</param>
    /// <param name="entries">In the order of their days; those after <paramref name="today"/> are not its state yet.</param>
    public static StandingActivity Of(int axis, Activity activity, IReadOnlyList<ProgressEntry> entries, ILookup<string, AttachedDocument> attached, DateOnly today) => new(
        activity.Id,
        axis,
        activity.Number,
        PlanTexts.Of(axis, activity, entries.LastOrDefault(entry => entry.EffectiveOn <= today)),
        [
            .. entries.Select(entry => new StandingState(
                PlanTexts.OfEntry(axis, activity, entry, entry.DocumentsSubject is { } subject ? DocumentReferences.Of(attached[subject]) : ""), entry.RecordedAt, entry.Demonstration)),
        ]);
}

/// <summary>An entry of the history of an activity.</summary>
internal sealed record StandingState(PlanTexts Texts, DateTime RecordedAt, bool Demonstration);
