namespace Platform.Commitments.Charter.Drafting;

/// <summary>Texts of the pages on which the charter is written.</summary>
internal sealed class DraftingTexts;
