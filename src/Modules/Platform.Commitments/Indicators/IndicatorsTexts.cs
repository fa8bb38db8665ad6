namespace Platform.Commitments.Indicators;

/// <summary>Names the texts of this folder.</summary>
internal sealed class IndicatorsTexts;
