namespace Platform.National.NationalHome;

/// <summary>Names the texts of the national home and its list of communes.</summary>
internal sealed class NationalHomeTexts;
