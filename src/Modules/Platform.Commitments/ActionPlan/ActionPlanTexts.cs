namespace Platform.Commitments.ActionPlan;

/// <summary>Names the texts of the action plan: <c>ActionPlanTexts.ar.resx</c> and <c>ActionPlanTexts.fr.resx</c> beside this file.</summary>
internal sealed class ActionPlanTexts;
