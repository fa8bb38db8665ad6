namespace Platform.Ui;

/// <summary>One region as the map shows it.</summary>
/// <param name="Code">Its official code, <c>01</c> to <c>12</c>.</param>
/// <param name="Href">Its page, or none.</param>
/// <param name="ValueText">What is told of it, formatted: <c>12 communes</c>.</param>
/// <param name="Shade">0: nothing known; 1 (least) to 5 (most).</param>
/// <param name="Selected">True for the region that the page is about.</param>
public sealed record RegionShape(string Code, string Name, string? Href, string ValueText, int Shade, bool Selected = false);

/// <summary>A figure for each of the twelve regions.</summary>
public sealed record RegionMap(string Title, IReadOnlyList<RegionShape> Regions);
