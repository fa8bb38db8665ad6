namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Names the texts of the import: <c>ImportTexts.ar.resx</c> and <c>ImportTexts.fr.resx</c> beside this file.</summary>
internal sealed class ImportTexts;
