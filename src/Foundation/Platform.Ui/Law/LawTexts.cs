namespace Platform.Ui.Law;

/// <summary>Names the words of thresholds and deadlines: <c>LawTexts.ar.resx</c> and <c>LawTexts.fr.resx</c> beside this file.</summary>
public sealed class LawTexts;
