namespace Platform.Commitments.Charter;

/// <summary>Names the texts of this folder.</summary>
internal sealed class CharterTexts;
