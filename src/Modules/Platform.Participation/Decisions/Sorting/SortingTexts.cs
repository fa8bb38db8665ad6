namespace Platform.Participation.Decisions.Sorting;

/// <summary>Names the texts of themes, assignment and merged ideas: <c>SortingTexts.ar.resx</c> and <c>SortingTexts.fr.resx</c> beside this file.</summary>
internal sealed class SortingTexts;
