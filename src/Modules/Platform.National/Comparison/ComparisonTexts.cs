namespace Platform.National.Comparison;

/// <summary>Names the texts of comparing communes: regions, programmes, stages, rules.</summary>
internal sealed class ComparisonTexts;
