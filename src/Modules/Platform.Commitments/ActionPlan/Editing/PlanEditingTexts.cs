namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>Names the texts of the workspace of the action plan: the <c>.resx</c> files beside this one.</summary>
internal sealed class PlanEditingTexts;
