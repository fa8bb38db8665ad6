namespace Platform.National.Runs;

/// <summary>Names the texts of this folder.</summary>
internal sealed class RunsTexts;
