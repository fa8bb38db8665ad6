namespace Platform.Documents.Desk;

/// <summary>Names the texts of this folder.</summary>
internal sealed class DeskTexts;
