namespace Platform.Commitments.Indicators.Definitions;

/// <summary>Names the texts of this folder.</summary>
internal sealed class DefinitionsTexts;
