namespace Platform.Communes.Neighbourhoods;

/// <summary>Names the words beside this file.</summary>
internal sealed class NeighbourhoodTexts;
