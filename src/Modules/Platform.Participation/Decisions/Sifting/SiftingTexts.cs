namespace Platform.Participation.Decisions.Sifting;

/// <summary>Names the texts of this feature.</summary>
internal sealed class SiftingTexts;
