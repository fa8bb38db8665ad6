using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>
/// The commune's plan as figures need it at the end of a day: without texts but titles. Measures, documents and the national report of one run ask for the
/// same day: it is read once, and again after something was saved.
/// </summary>
internal sealed class PlanFigures(CommuneContext db)
{
    /// <summary>A row for each activity, and one for an axis without any.</summary>
    private static readonly Func<CommuneContext, int, DateOnly, CancellationToken, Task<List<Line>>> Lines = Prepared.Query((CommuneContext db, int plan, DateOnly day) =>
        from axis in db.Set<Axis>()
        where axis.PlanId == plan && (axis.AddedOn == null || axis.AddedOn <= day) && (axis.ArchivedOn == null || axis.ArchivedOn > day)
        from activity in axis.Activities
            .Where(activity => (activity.AddedOn == null || activity.AddedOn <= day) && (activity.ArchivedOn == null || activity.ArchivedOn > day))
            .DefaultIfEmpty()
        orderby axis.Position, axis.Number
        select new Line(
            axis.Number, axis.StandardAxis, axis.Title, (int?)activity!.Id, (int?)activity.Number, activity.Priority, (decimal?)activity.Weight, activity.PlannedEnd));

    private readonly Remembered<DateOnly, PlanHead?> heads = new(db);
    private readonly Remembered<DateOnly, IReadOnlyList<CountedAxis>> axes = new(db);

    /// <summary>The commune's plan, or null where the public sees none.</summary>
    public Task<PlanHead?> CurrentAsync(DateOnly day, CancellationToken cancellation) => heads.GetAsync(day, () => db.ReadHeadAsync(day, cancellation));

    /// <summary>Its axes, with what counts of their activities. What was archived by then, or added later, is left out.</summary>
    public Task<IReadOnlyList<CountedAxis>> AxesAsync(DateOnly day, CancellationToken cancellation) => axes.GetAsync(day, async () =>
        await CurrentAsync(day, cancellation) is { } plan ? await ReadAsync(plan.Id, day, cancellation) : []);

    private async Task<IReadOnlyList<CountedAxis>> ReadAsync(int plan, DateOnly day, CancellationToken cancellation)
    {
        var rows = await Lines(db, plan, day, cancellation);
        var states = rows.Count == 0 ? [] : await db.ReadStatesAsync(day, cancellation);
        return [.. rows.GroupBy(row => row.Number).Select(axis => new CountedAxis(axis.Key, axis.First().StandardAxis, axis.First().Title,
        [
            .. axis.Where(row => row.Activity is not null).Select(row =>
            {
                var state = states.GetValueOrDefault(row.Activity!.Value);
                return new CountedActivity(
                    row.Number, row.ActivityNumber!.Value, row.Priority, row.Weight!.Value, row.PlannedEnd, state?.Status ?? ActivityStatus.Planned,
                    state?.Percent ?? 0, day);
            }),
        ]))];
    }

    private sealed record Line(
        int Number, int? StandardAxis, LocalizedText Title, int? Activity, int? ActivityNumber, int? Priority, decimal? Weight, DateOnly? PlannedEnd);
}

/// <summary>A plan without what is written in it.</summary>
internal sealed record PlanHead(int Id, LocalizedText Title, DateOnly? AdoptedOn, bool HasSession, DateOnly? ForceFrom, DateOnly? SupersededOn)
{
    public bool IsInForceOn(DateOnly day) => Plan.IsInForce(day, AdoptedOn, HasSession, ForceFrom, SupersededOn);
}

/// <summary>An axis with what counts of its activities.</summary>
internal sealed record CountedAxis(int Number, int? StandardAxis, LocalizedText Title, IReadOnlyList<CountedActivity> Activities)
{
    /// <summary>At least one activity is under way or done.</summary>
    public bool Started => Activities.Any(activity => activity.Status is ActivityStatus.InProgress or ActivityStatus.Completed);

    public int Completed => Activities.Count(activity => activity.Status == ActivityStatus.Completed);

    public decimal? Progress => PlanProgress.Of(Activities.Select(activity => activity.Standing));
}

/// <summary>What counts of an activity at the end of a day.</summary>
internal readonly record struct CountedActivity(
    int Axis, int Number, int? Priority, decimal Weight, DateOnly? PlannedEnd, ActivityStatus Status, int Percent, DateOnly Day)
{
    public string Reference => PlanActivity.ReferenceOf(Axis, Number);

    public bool IsLate => PlanProgress.IsLate(Status, PlannedEnd, Day);

    public Standing Standing => new(Weight, Status, Percent);
}
