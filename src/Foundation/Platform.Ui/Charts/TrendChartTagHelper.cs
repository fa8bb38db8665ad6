using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// A trend as a figure: drawn on the server for narrow and for wide places (the stylesheet shows one), and followed by the same figures as a table.
/// </summary>
[HtmlTargetElement("trend-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TrendChartTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    private static readonly (string Css, int Width, int Height)[] Sizes = [("chart-narrow", 320, 230), ("chart-wide", 560, 260)];

    public TrendChart? Model { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Model is not { } chart)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("chart");
        output.Content.AppendHtml(Tags.Of("figcaption", null, Caption(chart)));
        if (chart.Points.All(point => point.Value is null))
        {
            output.Content.AppendHtml(Tags.Of("p", "empty", texts["ChartNoData"]));
            return;
        }

        if (chart.Target is { } target)
        {
            var legend = new TagBuilder("p");
            legend.AddCssClass("chart-legend");
            legend.InnerHtml.AppendHtml("<span class=\"chart-key-target\" aria-hidden=\"true\"></span> ");
            legend.InnerHtml.Append(TargetText(chart, target));
            output.Content.AppendHtml(legend);
        }

        var rightToLeft = Languages.Current.Direction == "rtl";
        foreach (var (css, width, height) in Sizes)
        {
            var id = ViewContext.HttpContext.NextId();
            var svg = new TagBuilder("svg");
            svg.AddCssClass(css);
            svg.MergeAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
            svg.MergeAttribute("role", "img");
            svg.MergeAttribute("aria-labelledby", $"{id}t {id}d");
            svg.InnerHtml.AppendHtml(WithId(Tags.Of("title", null, chart.Title), id + "t"));
            svg.InnerHtml.AppendHtml(WithId(Tags.Of("desc", null, Summary(chart)), id + "d"));
            svg.InnerHtml.AppendHtml(new TrendDrawing(chart, rightToLeft, width, height)
                .Draw(point => texts["ChartPoint", point.Label, WithUnit(chart, point.Value)]));
            output.Content.AppendHtml(svg);
        }

        output.Content.AppendHtml(Table(chart));
    }

    /// <summary>The trend in a sentence: its first and last known values, and the target.</summary>
    private string Summary(TrendChart chart)
    {
        var known = chart.Points.Where(point => point.Value is not null).ToList();
        var (first, last) = (known[0], known[^1]);
        var sentence = known.Count == 1
            ? texts["ChartSinglePoint", first.Label, WithUnit(chart, first.Value)].Value
            : texts["ChartSummary", first.Label, WithUnit(chart, first.Value), last.Label, WithUnit(chart, last.Value)].Value;
        return chart.Target is { } target ? $"{sentence} {TargetText(chart, target)}." : sentence;
    }

    private string TargetText(TrendChart chart, decimal target) =>
        string.IsNullOrEmpty(chart.TargetLabel)
            ? texts["ChartTarget", WithUnit(chart, target)]
            : texts["ChartPoint", chart.TargetLabel, WithUnit(chart, target)];

    private TagBuilder Table(TrendChart chart)
    {
        var details = new TagBuilder("details");
        details.InnerHtml.AppendHtml(Tags.Of("summary", null, texts["ChartTable"]));
        var table = new TagBuilder("table");
        table.AddCssClass("table table-compact");
        table.InnerHtml.AppendHtml(Tags.Of("caption", "visually-hidden", chart.Title));
        var head = new TagBuilder("tr");
        head.InnerHtml.AppendHtml(Header("col", texts["Period"]));
        head.InnerHtml.AppendHtml(Header("col", texts["Value"]));
        var thead = new TagBuilder("thead");
        thead.InnerHtml.AppendHtml(head);
        var body = new TagBuilder("tbody");
        foreach (var point in chart.Points)
        {
            var row = new TagBuilder("tr");
            row.InnerHtml.AppendHtml(Header("row", point.Label));
            row.InnerHtml.AppendHtml(Tags.Of("td", null, point.Value is null ? texts["NoFigure"] : WithUnit(chart, point.Value)));
            body.InnerHtml.AppendHtml(row);
        }

        table.InnerHtml.AppendHtml(thead);
        table.InnerHtml.AppendHtml(body);
        details.InnerHtml.AppendHtml(table);
        return details;
    }

    private static string Caption(TrendChart chart) =>
        string.IsNullOrEmpty(chart.Unit) ? chart.Title : $"{chart.Title} ({chart.Unit})";

    private static string WithUnit(TrendChart chart, decimal? value) => Units.Figure(value, chart.Unit);

    private static TagBuilder Header(string scope, string text)
    {
        var header = Tags.Of("th", null, text);
        header.MergeAttribute("scope", scope);
        return header;
    }

    private static TagBuilder WithId(TagBuilder tag, string id)
    {
        tag.MergeAttribute("id", id);
        return tag;
    }
}
