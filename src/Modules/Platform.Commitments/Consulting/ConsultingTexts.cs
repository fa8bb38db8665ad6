namespace Platform.Commitments.Consulting;

/// <summary>Names the texts of what the commitments put before the public: <c>ConsultingTexts.ar.resx</c> and <c>ConsultingTexts.fr.resx</c> beside this file.</summary>
internal sealed class ConsultingTexts;
