namespace Platform.Participation.Consultations;

/// <summary>Names the texts of consultations: <c>ConsultationTexts.ar.resx</c> and <c>ConsultationTexts.fr.resx</c> beside this file.</summary>
internal sealed class ConsultationTexts;
