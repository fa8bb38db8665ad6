namespace Platform.Documents.Library;

/// <summary>Names the texts of this room.</summary>
internal sealed class LibraryTexts;
