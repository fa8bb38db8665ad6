namespace Platform.Participation.Decisions.Shaping;

/// <summary>Names the texts of what remarks have changed: <c>ShapingTexts.ar.resx</c> and <c>ShapingTexts.fr.resx</c> beside this file.</summary>
internal sealed class ShapingTexts;
