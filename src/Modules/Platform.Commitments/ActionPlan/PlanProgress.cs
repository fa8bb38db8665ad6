namespace Platform.Commitments.ActionPlan;

/// <summary>
/// How far several activities are together: the mean of their percents, weighted by their weights. Cancelled activities do not count. The same rule,
/// in words, stands on the page.
/// </summary>
internal static class PlanProgress
{
    /// <returns>0 to 100 with at most two decimals, or null where no activity counts.</returns>
    public static decimal? Of(IEnumerable<Standing> activities)
    {
        var (weights, done) = (0m, 0m);
        foreach (var activity in activities)
        {
            if (activity.Counts)
            {
                weights += activity.Weight;
                done += activity.Weight * activity.Percent;
            }
        }

        return weights == 0 ? null : Math.Round(done / weights, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Late: its last planned day is over, and it is neither completed nor cancelled.</summary>
    public static bool IsLate(ActivityStatus status, DateOnly? plannedEnd, DateOnly day) =>
        plannedEnd < day && status is ActivityStatus.Planned or ActivityStatus.InProgress;
}

/// <summary>What of an activity counts for progress.</summary>
/// <param name="Weight">More than nothing.</param>
/// <param name="Percent">0 to 100.</param>
internal readonly record struct Standing(decimal Weight, ActivityStatus Status, int Percent)
{
    public bool Counts => Status != ActivityStatus.Cancelled;
}
