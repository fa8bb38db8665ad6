using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>Reads the plan as it stands at the end of a day: one query for axes with their activities, one for the history.</summary>
internal static class PlanReading
{
    public static async Task<IReadOnlyList<PlanAxis>> ReadAxesAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation)
    {
        var axes = await db.Set<Axis>()
            .AsNoTracking()
            .OrderBy(axis => axis.Number)
            .Select(axis => new
            {
                axis.Id,
                axis.Number,
                axis.StandardAxis,
                axis.Title,
                axis.Objectives,
                axis.Missing,
                Activities = axis.Activities.OrderBy(activity => activity.Number).Select(activity => new ActivityRow(
                    activity.Id, activity.Number, activity.Title, activity.Priority, activity.Origin, activity.Weight, activity.PlannedStart,
                    activity.PlannedEnd, activity.Responsible, activity.Missing, activity.SearchText)).ToList(),
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
    private static async Task<Dictionary<int, State>> ReadStatesAsync(this CommuneContext db, DateOnly day, CancellationToken cancellation)
    {
        var history = await db.Set<ProgressEntry>()
            .AsNoTracking()
            .Where(entry => entry.EffectiveOn <= day)
            .OrderBy(entry => entry.EffectiveOn)
            .ThenBy(entry => entry.Id)
            .Select(entry => new State(entry.ActivityId, entry.Status, entry.Percent, entry.EffectiveOn))
            .ToListAsync(cancellation);
        var states = new Dictionary<int, State>();
        foreach (var entry in history)
        {
            states[entry.ActivityId] = entry;
        }

        return states;
    }

    private sealed record State(int ActivityId, ActivityStatus Status, int Percent, DateOnly Since);

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
        LocalizedText? Missing,
        string SearchText)
    {
        public PlanActivity At(DateOnly day, int axis, State? state) => new(
            Id, axis, Number, Title, Priority, Origin, Weight, PlannedStart, PlannedEnd, Responsible, Missing, SearchText, day,
            state?.Status ?? ActivityStatus.Planned, state?.Percent ?? 0, state?.Since);
    }
}
