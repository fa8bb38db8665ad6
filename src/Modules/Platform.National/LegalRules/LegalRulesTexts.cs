namespace Platform.National.LegalRules;

/// <summary>Names the texts of this folder.</summary>
internal sealed class LegalRulesTexts;
