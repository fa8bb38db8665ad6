namespace Platform.Commitments.Sources;

/// <summary>Names the texts of this folder; the titles of documents stand under the documents' names.</summary>
internal sealed class SourceTexts;
