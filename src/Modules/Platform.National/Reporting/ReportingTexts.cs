namespace Platform.National.Reporting;

/// <summary>Names the texts of this folder.</summary>
internal sealed class ReportingTexts;
