namespace Platform.Participation.Decisions;

/// <summary>Names the texts of this feature.</summary>
internal sealed class DecisionsTexts;
