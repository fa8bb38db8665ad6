namespace Platform.Commitments.Evaluations;

/// <summary>Names the texts of evaluations: <c>EvaluationsTexts.ar.resx</c> and <c>EvaluationsTexts.fr.resx</c> beside this file.</summary>
internal sealed class EvaluationsTexts;
