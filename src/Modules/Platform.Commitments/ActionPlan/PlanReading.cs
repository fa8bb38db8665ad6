using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.ActionPlan;

/// <summary>Reads the plan as it stands at the end of a day: one query for axes with their activities, one for the history.</summary>
internal static class PlanReading
{
    /// <summary>The current plan first, of a day and the instant of its end.</summary>
    private static readonly Expression<Func<CommuneContext, DateOnly, DateTime, IQueryable<Plan>>> Current = (db, day, end) => db.Set<Plan>()
        .Where(plan => plan.PublishedAt != null)
        .OrderByDescending(plan =>
            (plan.AdoptedOn != null || plan.Session != null)
            && (plan.ForceFrom ?? plan.AdoptedOn ?? DateOnly.MinValue) <= day
            && (plan.SupersededOn == null || plan.SupersededOn > day) ? 1 : 0)
        .ThenByDescending(plan => plan.SupersededOn == null || plan.SupersededOn > day ? 1 : 0)
        .ThenByDescending(plan => plan.PublishedAt < end ? plan.Number : -plan.Number);

    private static readonly Func<CommuneContext, DateOnly, DateTime, CancellationToken, Task<List<PlanHead>>> Head = Prepared.Query(Current.Reading(plan =>
        new PlanHead(plan.Id, plan.Title, plan.AdoptedOn, plan.Session != null, plan.ForceFrom, plan.SupersededOn)));

    private static readonly Func<CommuneContext, DateOnly, CancellationToken, Task<List<ActivityState>>> History = Prepared.Query((CommuneContext db, DateOnly day) =>
        db.Set<ProgressEntry>()
            .Where(entry => entry.EffectiveOn <= day)
            .OrderBy(entry => entry.EffectiveOn)
            .ThenBy(entry => entry.Id)
            .Select(entry => new ActivityState(entry.ActivityId, entry.Status, entry.Percent, entry.EffectiveOn)));

    /// <summary>
    /// The commune's plan at the end of a day: of those that the public sees, the one in force; where none is, the latest that was on the site by then, and of
    /// days before any was, the first.
    /// </summary>
    public static IQueryable<Plan> CurrentPlan(this CommuneContext db, DateOnly day) => Current.On(db, day, EndOf(day));

    /// <summary>The same plan without what is written in it; nothing where the public sees none.</summary>
    public static async Task<PlanHead?> ReadHeadAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation) =>
        (await Head(db, day, EndOf(day), cancellation)).FirstOrDefault();

    private static DateTime EndOf(DateOnly day) => MoroccoTime.ToUtc(day.AddDays(1));

    /// <summary>The commune's plan with its preparation and its rounds of consultation, or null where the public sees none.</summary>
    public static Task<Plan?> ReadPlanAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation) => db.CurrentPlan(day)
        .AsNoTracking()
        .Include(plan => plan.Preparation.OrderBy(step => step.HeldOn))
        .Include(plan => plan.Rounds.OrderBy(round => round.Number))
        .AsSingleQuery()
        .FirstOrDefaultAsync(cancellation);

    /// <summary>One of the plans that the public sees, by its number.</summary>
    public static Task<Plan?> ReadPlanNumberedAsync(this CommuneContext db, int number, CancellationToken cancellation) => db.Set<Plan>()
        .AsNoTracking()
        .Where(plan => plan.Number == number && plan.PublishedAt != null)
        .Include(plan => plan.Preparation.OrderBy(step => step.HeldOn))
        .Include(plan => plan.Rounds.OrderBy(round => round.Number))
        .AsSingleQuery()
        .FirstOrDefaultAsync(cancellation);

    /// <summary>The axes of the commune's plan. What was archived by then, or added later, is left out.</summary>
    public static Task<IReadOnlyList<PlanAxis>> ReadAxesAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation)
    {
        var current = db.CurrentPlan(day).Select(plan => plan.Id).Take(1);
        return db.ReadAsync(db.Set<Axis>().Where(axis => current.Contains(axis.PlanId)), day, cancellation);
    }

    /// <summary>The axes of a plan, whichever it is.</summary>
    public static Task<IReadOnlyList<PlanAxis>> ReadAxesAsync(this CommuneContext db, Plan plan, DateOnly day, CancellationToken cancellation) =>
        db.ReadAsync(db.Set<Axis>().Where(axis => axis.PlanId == plan.Id), day, cancellation);

    /// <summary>The subjects of acts on axes and activities of a plan, archived ones too: <c>axis:3</c> with its number, <c>activity:17</c> with its reference.</summary>
    /// <param name="axisName">What readers call an axis.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadPartsAsync(
        this CommuneContext db, Plan plan, Func<int, string> axisName, CancellationToken cancellation)
    {
        var axes = await db.Set<Axis>().AsNoTracking()
            .Where(axis => axis.PlanId == plan.Id)
            .OrderBy(axis => axis.Id)
            .Select(axis => new { axis.Id, axis.Number, Activities = axis.Activities.OrderBy(activity => activity.Id).Select(activity => new { activity.Id, activity.Number }).ToList() })
            .ToListAsync(cancellation);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var axis in axes)
        {
            parts[string.Create(CultureInfo.InvariantCulture, $"axis:{axis.Id}")] = axisName(axis.Number);
            foreach (var activity in axis.Activities)
            {
                var reference = PlanActivity.ReferenceOf(axis.Number, activity.Number);
                parts[string.Create(CultureInfo.InvariantCulture, $"activity:{activity.Id}")] = reference;
                parts[PlanActivity.FirstSubjectOf(plan.Number, reference)] = reference;
            }
        }

        return parts;
    }

    private static async Task<IReadOnlyList<PlanAxis>> ReadAsync(this CommuneContext db, IQueryable<Axis> chosen, DateOnly day, CancellationToken cancellation)
    {
        var axes = await chosen
            .AsNoTracking()
            .Where(axis => (axis.AddedOn == null || axis.AddedOn <= day) && (axis.ArchivedOn == null || axis.ArchivedOn > day))
            .OrderBy(axis => axis.Position)
            .ThenBy(axis => axis.Number)
            .Select(axis => new
            {
                axis.Id,
                axis.Number,
                axis.StandardAxis,
                axis.Title,
                axis.Objectives,
                axis.Missing,
                Activities = axis.Activities
                    .Where(activity => (activity.AddedOn == null || activity.AddedOn <= day) && (activity.ArchivedOn == null || activity.ArchivedOn > day))
                    .OrderBy(activity => activity.Position)
                    .ThenBy(activity => activity.Number)
                    .Select(activity => new ActivityRow(
                        activity.Id, activity.Number, activity.Title, activity.Priority, activity.Origin, activity.Weight, activity.PlannedStart,
                        activity.PlannedEnd, activity.Responsible, activity.Partners, activity.Budget, activity.BudgetSource, activity.OpennessProject,
                        activity.Missing, activity.SearchText))
                    .ToList(),
            })
            .ToListAsync(cancellation);
        if (axes.Count == 0)
        {
            return [];
        }

        var states = await db.ReadStatesAsync(day, cancellation);
        return axes.ConvertAll(axis => new PlanAxis(
            axis.Id, axis.Number, axis.StandardAxis, axis.Title, axis.Objectives, axis.Missing,
            axis.Activities.ConvertAll(activity => activity.At(day, axis.Number, states.GetValueOrDefault(activity.Id)))));
    }

    /// <summary>The entry in effect at the end of a day, by activity; those without any are planned.</summary>
    public static async Task<Dictionary<int, ActivityState>> ReadStatesAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation)
    {
        var states = new Dictionary<int, ActivityState>();
        foreach (var entry in await History(db, day, cancellation))
        {
            states[entry.ActivityId] = entry;
        }

        return states;
    }

    private sealed record ActivityRow(
        int Id,
        int Number,
        LocalizedText Title,
        int? Priority,
        ActivityOrigin Origin,
        decimal Weight,
        DateOnly? PlannedStart,
        DateOnly? PlannedEnd,
        LocalizedText? Responsible,
        LocalizedText? Partners,
        decimal? Budget,
        LocalizedText? BudgetSource,
        int? OpennessProject,
        LocalizedText? Missing,
        string SearchText)
    {
        public PlanActivity At(DateOnly day, int axis, ActivityState? state) => new(
            Id, axis, Number, Title, Priority, Origin, Weight, PlannedStart, PlannedEnd, Responsible, Partners, Budget, BudgetSource, OpennessProject, Missing,
            SearchText, day, state?.Status ?? ActivityStatus.Planned, state?.Percent ?? 0, state?.Since);
    }
}

/// <summary>What an activity had come to at the end of a day, and since when.</summary>
internal sealed record ActivityState(int ActivityId, ActivityStatus Status, int Percent, DateOnly Since);
