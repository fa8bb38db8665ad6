using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Platform.Ui;

/// <summary>The outlines of the twelve regions, decoded once from the embedded TopoJSON and projected (Mercator) for a drawing of fixed width.</summary>
internal sealed class RegionOutlines
{
    public const int Width = 500;
    private const int Margin = 6;

    private static readonly Lazy<RegionOutlines> Loaded = new(Load);

    private RegionOutlines(IReadOnlyList<RegionOutline> regions, int height) => (Regions, Height) = (regions, height);

    public static RegionOutlines Morocco => Loaded.Value;

    public IReadOnlyList<RegionOutline> Regions { get; }

    public int Height { get; }

    private static RegionOutlines Load()
    {
        using var stream = typeof(RegionOutlines).Assembly.GetManifestResourceStream("morocco-regions.topojson")
            ?? throw new InvalidOperationException("The outlines of the regions are not embedded.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var arcs = Arcs(root);
        var regions = root.GetProperty("objects").GetProperty("regions").GetProperty("geometries").EnumerateArray()
            .Select(region => (
                Code: region.GetProperty("properties").GetProperty("code").GetString()!,
                Rings: Rings(region, arcs)))
            .ToList();

        var all = regions.SelectMany(region => region.Rings).SelectMany(ring => ring).ToList();
        var (west, east, south, north) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        var factor = (Width - (2 * Margin)) / (east - west);
        return new(
            [.. regions.OrderBy(region => region.Code, StringComparer.Ordinal)
                .Select(region => new RegionOutline(region.Code, PathOf(region.Rings, west, north, factor)))],
            (int)Math.Ceiling(((north - south) * factor) + (2 * Margin)));
    }

    /// <summary>The arcs in projected coordinates. They are written as steps from point to point, in whole units of the transform.</summary>
    private static List<List<(double X, double Y)>> Arcs(JsonElement root)
    {
        var transform = root.GetProperty("transform");
        var (scaleX, scaleY) = Pair(transform.GetProperty("scale"));
        var (startX, startY) = Pair(transform.GetProperty("translate"));
        var arcs = new List<List<(double, double)>>();
        foreach (var arc in root.GetProperty("arcs").EnumerateArray())
        {
            var points = new List<(double, double)>();
            var (x, y) = (0d, 0d);
            foreach (var step in arc.EnumerateArray())
            {
                var (dx, dy) = Pair(step);
                (x, y) = (x + dx, y + dy);
                points.Add(Project(startX + (x * scaleX), startY + (y * scaleY)));
            }

            arcs.Add(points);
        }

        return arcs;
    }

    private static List<List<(double X, double Y)>> Rings(JsonElement geometry, List<List<(double X, double Y)>> arcs)
    {
        var lists = geometry.GetProperty("arcs");
        IEnumerable<JsonElement> rings = geometry.GetProperty("type").GetString() == "MultiPolygon"
            ? lists.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray())
            : lists.EnumerateArray();
        return [.. rings.Select(ring => Ring(ring, arcs))];
    }

    /// <summary>A ring joins arcs end to end; a negative number (~n) is arc n walked backwards.</summary>
    private static List<(double X, double Y)> Ring(JsonElement ring, List<List<(double X, double Y)>> arcs)
    {
        var points = new List<(double X, double Y)>();
        foreach (var number in ring.EnumerateArray().Select(element => element.GetInt32()))
        {
            IEnumerable<(double X, double Y)> arc = number >= 0 ? arcs[number] : Enumerable.Reverse(arcs[~number]);
            points.AddRange(points.Count == 0 ? arc : arc.Skip(1));
        }

        return points;
    }

    private static string PathOf(List<List<(double X, double Y)>> rings, double west, double north, double factor)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var letter = 'M';
            var written = (X: "", Y: "");
            foreach (var (x, y) in ring)
            {
                var point = (X: Round(((x - west) * factor) + Margin), Y: Round(((north - y) * factor) + Margin));
                if (point != written)
                {
                    path.Append(letter).Append(point.X).Append(' ').Append(point.Y);
                    (letter, written) = ('L', point);
                }
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    private static string Round(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static (double X, double Y) Project(double longitude, double latitude) =>
        (longitude * Math.PI / 180, Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))));

    private static (double First, double Second) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}

/// <param name="Path">The <c>d</c> of an SVG path.</param>
internal sealed record RegionOutline(string Code, string Path);
