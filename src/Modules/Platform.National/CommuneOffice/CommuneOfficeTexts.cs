namespace Platform.National.CommuneOffice;

/// <summary>Names the texts of this folder.</summary>
internal sealed class CommuneOfficeTexts;
