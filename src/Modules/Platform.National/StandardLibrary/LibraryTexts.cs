namespace Platform.National.StandardLibrary;

/// <summary>Names the texts of this folder.</summary>
internal sealed class LibraryTexts;
