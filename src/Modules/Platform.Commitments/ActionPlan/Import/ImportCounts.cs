using Platform.Commitments.Importing;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>How much of a draft is added, updated and left out.</summary>
/// <param name="Plan">1 where title, frame or goals of the plan are brought in.</param>
/// <param name="States">Entries of the history.</param>
/// <param name="Way">Meetings, rounds of consultation, the adoption.</param>
internal sealed record ImportCounts(int Plan, int AxesAdded, int AxesUpdated, int ActivitiesAdded, int ActivitiesUpdated, int States, int Way, int Skipped)
{
    /// <summary>What is rare is counted only where there is any.</summary>
    public IReadOnlyList<ImportCount> All =>
    [
        .. Rare("PlanDescribed", Plan), new("AxesAdded", AxesAdded), new("AxesUpdated", AxesUpdated), new("ActivitiesAdded", ActivitiesAdded), new("ActivitiesUpdated", ActivitiesUpdated),
        .. Rare("StatesAdded", States), .. Rare("WayBrought", Way), new("RowsSkipped", Skipped),
    ];

    public static ImportCounts Of(IReadOnlyList<CheckedRow> rows)
    {
        return new(
            rows.Count(row => row.Row.Kind == RowKind.Plan && row.Action != RowChoice.Skip),
            Count(RowChoice.Add, row => row.IsAxis),
            Count(RowChoice.Update, row => row.IsAxis),
            Count(RowChoice.Add, row => row.IsActivity),
            Count(RowChoice.Update, row => row.IsActivity),
            Count(RowChoice.Add, row => row.Kind == RowKind.State),
            rows.Count(row => row.Row.Kind == RowKind.Way && row.Action != RowChoice.Skip),
            rows.Count(row => row.Action == RowChoice.Skip));

        int Count(RowChoice action, Func<ImportRow, bool> which) => rows.Count(row => row.Action == action && which(row.Row));
    }

    public static ImportCounts Of(ImportOutcome outcome) => new(
        outcome.Described is null ? 0 : 1, outcome.AxesAdded, outcome.AxesUpdated, outcome.ActivitiesAdded, outcome.ActivitiesUpdated, outcome.States, outcome.Way.Count, outcome.Skipped);

    private static IEnumerable<ImportCount> Rare(string name, int count) => count > 0 ? [new(name, count)] : [];
}
