using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Platform.Ui;

/// <summary>
/// Draws a trend for one width. Time runs in the reading direction: from the right in Arabic. Texts inherit the direction of the page, so
/// <c>text-anchor: end</c> always means "towards the outer side of the axis".
/// </summary>
internal sealed class TrendDrawing
{
    private const int Top = 26;
    private const int Bottom = 30;
    private const int FarSide = 14;
    private const int LetterHeight = 12;
    private const double CharacterWidth = 7.2;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly TrendChart chart;
    private readonly Scale scale;
    private readonly bool rightToLeft;
    private readonly int width;
    private readonly int height;
    private readonly double axisSide;
    private readonly StringBuilder svg = new();

    public TrendDrawing(TrendChart chart, bool rightToLeft, int width, int height)
    {
        (this.chart, this.rightToLeft, this.width, this.height) = (chart, rightToLeft, width, height);
        var values = chart.Points.Where(point => point.Value is not null).Select(point => point.Value!.Value);
        if (chart.Target is { } target)
        {
            values = values.Append(target);
        }

        var known = values.ToList();
        scale = Scale.For(known, known.TrueForAll(value => value == decimal.Truncate(value)));
        axisSide = 12 + (scale.Ticks.Max(tick => Formats.Number(tick).Length) * CharacterWidth);
    }

    private double PlotWidth => width - axisSide - FarSide;

    /// <summary>What stands inside the <c>svg</c> element, after its title and description.</summary>
    public string Draw(Func<TrendPoint, string> describe)
    {
        Grid();
        Labels();
        if (chart.Target is { } target)
        {
            var y = Y(target);
            Line("chart-target", X(0, 1), y, X(1, 1), y);
        }

        Lines();
        Dots(describe);
        return svg.ToString();
    }

    /// <summary>The abscissa of a point: mirrored where the page reads from the right.</summary>
    internal double XOf(int index) => X(index, chart.Points.Count - 1);

    private double X(int index, int last)
    {
        var along = axisSide + (last <= 0 ? PlotWidth / 2 : PlotWidth * index / last);
        return rightToLeft ? width - along : along;
    }

    private double Y(decimal value) => Top + ((height - Top - Bottom) * (1 - scale.Share(value)));

    private void Grid()
    {
        foreach (var tick in scale.Ticks)
        {
            var y = Y(tick);
            Line(tick == 0 ? "chart-zero" : "chart-grid", X(0, 1), y, X(1, 1), y);
            var x = rightToLeft ? width - axisSide + 8 : axisSide - 8;
            Text("chart-tick chart-tick-value", x, y + 4, Formats.Number(tick));
        }
    }

    private void Labels()
    {
        var longest = chart.Points.Count == 0 ? 1 : chart.Points.Max(point => point.Label.Length);
        var room = Math.Max(1, (int)(PlotWidth / ((longest * CharacterWidth) + 12)));
        var step = Math.Max(1, (int)Math.Ceiling(chart.Points.Count / (double)room));
        var last = chart.Points.Count - 1;
        for (var i = last; i >= 0; i -= step)
        {
            // Labels at the edges lean inwards, so that none is cut off.
            var outwards = i == last ? FarSide - 2 : i == 0 ? 2 - FarSide : 0;
            var css = last == 0 || outwards == 0 ? "chart-tick" : i == last ? "chart-tick chart-tick-last" : "chart-tick chart-tick-first";
            Text(css, XOf(i) + (last == 0 ? 0 : rightToLeft ? -outwards : outwards), height - 8, chart.Points[i].Label);
        }
    }

    private void Lines()
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < chart.Points.Count; i++)
        {
            if (chart.Points[i].Value is not { } value)
            {
                drawing = false;
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{XOf(i):0.#} {Y(value):0.#}");
            drawing = true;
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"chart-line\" d=\"{path}\"/>");
    }

    private void Dots(Func<TrendPoint, string> describe)
    {
        var last = chart.Points.Count - 1;
        while (last >= 0 && chart.Points[last].Value is null)
        {
            last--;
        }

        for (var i = 0; i <= last; i++)
        {
            if (chart.Points[i].Value is { } value)
            {
                var css = i == last ? "chart-dot chart-dot-last" : "chart-dot";
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle class=\"{css}\" cx=\"{XOf(i):0.#}\" cy=\"{Y(value):0.#}\" r=\"{(i == last ? 5 : 3.5)}\"><title>{Encoder.Encode(describe(chart.Points[i]))}</title></circle>");
            }
        }

        if (last >= 0)
        {
            // Above its dot, unless that would leave the drawing; and not closer to the edge than half its width.
            var value = chart.Points[last].Value!.Value;
            var text = Formats.Number(Math.Round(value, 1, MidpointRounding.AwayFromZero)); // as exact as in the page's other figures
            var half = text.Length * CharacterWidth / 2;
            var y = Y(value) - 11;
            Text("chart-last-value", Math.Clamp(XOf(last), half, width - half), y < LetterHeight ? Y(value) + 22 : y, text);
        }
    }

    private void Line(string css, double x1, double y1, double x2, double y2) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{css}\" x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"/>");

    private void Text(string css, double x, double y, string text) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{x:0.#}\" y=\"{y:0.#}\">{Encoder.Encode(text)}</text>");
}
