using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>A trend the size of a word. Its label says what it shows; time runs in the reading direction.</summary>
[HtmlTargetElement("sparkline", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SparklineTagHelper : TagHelper
{
    private const int Width = 96;
    private const int Height = 28;
    private const int Margin = 4;

    public IReadOnlyList<decimal?> Points { get; set; } = [];

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var known = Points.Where(point => point is not null).Select(point => point!.Value).ToList();
        if (known.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var (line, end) = Draw(Points, known.Min(), known.Max(), Languages.Current.Direction == "rtl");
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("sparkline");
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        var title = new TagBuilder("title");
        title.InnerHtml.Append(Label);
        output.Content.AppendHtml(title);
        output.Content.AppendHtml($"<path class=\"chart-line\" d=\"{line}\"/>");
        output.Content.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<circle class=\"chart-dot-last\" cx=\"{end.X:0.#}\" cy=\"{end.Y:0.#}\" r=\"3\"/>"));
    }

    /// <summary>The line with its gaps, and where its last known point is.</summary>
    internal static (string Line, (double X, double Y) End) Draw(IReadOnlyList<decimal?> points, decimal low, decimal high, bool rightToLeft)
    {
        var path = new StringBuilder();
        var drawing = false;
        var end = (X: 0d, Y: 0d);
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is not { } value)
            {
                drawing = false;
                continue;
            }

            var along = Margin + (points.Count == 1 ? 0 : (Width - (2d * Margin)) * i / (points.Count - 1));
            var share = high == low ? 0.5 : (double)((value - low) / (high - low));
            end = (rightToLeft ? Width - along : along, Height - Margin - ((Height - (2 * Margin)) * share));
            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{end.X:0.#} {end.Y:0.#}");
            drawing = true;
        }

        return (path.ToString(), end);
    }
}
