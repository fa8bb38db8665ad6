namespace Platform.Commitments.OpennessProgramme;

/// <summary>Names the texts of this folder.</summary>
internal sealed class OpennessTexts;
