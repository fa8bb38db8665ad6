namespace Platform.Commitments.ActionPlan.Import;

/// <summary>An axis as a document names it.</summary>
internal sealed record AxisName(int? Number, string Title);
