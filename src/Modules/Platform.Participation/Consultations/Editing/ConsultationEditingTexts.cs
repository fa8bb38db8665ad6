namespace Platform.Participation.Consultations.Editing;

/// <summary>Names the texts of the workspace of consultations: <c>ConsultationEditingTexts.ar.resx</c> and <c>ConsultationEditingTexts.fr.resx</c> beside this file.</summary>
internal sealed class ConsultationEditingTexts;
