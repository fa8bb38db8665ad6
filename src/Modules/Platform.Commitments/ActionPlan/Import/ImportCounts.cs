namespace Platform.Commitments.ActionPlan.Import;

/// <summary>How much of a draft is added, updated and left out.</summary>
internal sealed record ImportCounts(int AxesAdded, int AxesUpdated, int ActivitiesAdded, int ActivitiesUpdated, int Skipped);
