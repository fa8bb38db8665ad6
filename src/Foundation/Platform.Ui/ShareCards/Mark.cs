using System.Numerics;

namespace Platform.Ui.ShareCards;

/// <summary>The mark of the platform, as in <c>Assets/icon.svg</c>: a circle, two arcs over a point.</summary>
internal static class Mark
{
    private const float Side = 40;

    public static IEnumerable<Vector2[]> Ground(float size) => [Disc(new(20, 20), 20, size)];

    public static IEnumerable<Vector2[]> Lines(float size) =>
    [
        .. Arc(new(11, 25.5f), new(20, 15), new(29, 25.5f), new(9, 10.5f), size),
        .. Arc(new(15.5f, 26.5f), new(20, 21), new(24.5f, 26.5f), new(4.5f, 5.5f), size),
        Disc(new(20, 28), 1.9f, size),
    ];

    /// <summary>A stroke with round ends, as discs side by side along two curves.</summary>
    private static IEnumerable<Vector2[]> Arc(Vector2 start, Vector2 top, Vector2 end, Vector2 half, float size)
    {
        const int Discs = 60;
        const float Pen = 1.2f;

        // The same bends as the paths of the icon: straight up, then round to the top.
        var bend = new Vector2(half.X * 4 / 9, half.Y * 6 / 10.5f);
        for (var i = 0; i <= Discs; i++)
        {
            var t = (float)i / Discs;
            yield return Disc(Curve(start, start - new Vector2(0, bend.Y), top - new Vector2(half.X - bend.X, 0), top, t), Pen, size);
            yield return Disc(Curve(end, end - new Vector2(0, bend.Y), top + new Vector2(half.X - bend.X, 0), top, t), Pen, size);
        }
    }

    private static Vector2 Curve(Vector2 a, Vector2 b, Vector2 c, Vector2 d, float t) =>
        Vector2.Lerp(
            Vector2.Lerp(Vector2.Lerp(a, b, t), Vector2.Lerp(b, c, t), t),
            Vector2.Lerp(Vector2.Lerp(b, c, t), Vector2.Lerp(c, d, t), t),
            t);

    private static Vector2[] Disc(Vector2 middle, float radius, float size)
    {
        const int Corners = 48;
        return [.. Enumerable.Range(0, Corners).Select(i =>
        {
            var (sin, cos) = MathF.SinCos(i * 2 * MathF.PI / Corners);
            return (middle + (radius * new Vector2(cos, sin))) * size / Side;
        })];
    }
}
