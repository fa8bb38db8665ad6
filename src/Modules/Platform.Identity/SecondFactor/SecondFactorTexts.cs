namespace Platform.Identity.SecondFactor;

/// <summary>Names the texts of this folder.</summary>
internal sealed class SecondFactorTexts;
