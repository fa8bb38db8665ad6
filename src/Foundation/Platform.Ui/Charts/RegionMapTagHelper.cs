using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui;

/// <summary>The twelve regions, shaded by a figure, each a link with its name and figure; followed by the same as a list.</summary>
[HtmlTargetElement("region-map", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RegionMapTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    private const int Darkest = 5;

    public RegionMap? Model { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Model is not { } map)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("map");
        output.Content.AppendHtml(Tags.Of("figcaption", null, map.Title));
        output.Content.AppendHtml(Drawing(map));
        output.Content.AppendHtml(Legend());
        output.Content.AppendHtml(List(map));
        output.Content.AppendHtml(Tags.Of("p", "map-attribution", texts["MapAttribution"]));
    }

    private static TagBuilder Drawing(RegionMap map)
    {
        var outlines = RegionOutlines.Morocco;
        var svg = new TagBuilder("svg");
        svg.MergeAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {RegionOutlines.Width} {outlines.Height}"));
        svg.MergeAttribute("role", "group");
        svg.MergeAttribute("aria-label", map.Title);

        // The region that the page is about is drawn last, so that its outline is whole.
        foreach (var (outline, region) in outlines.Regions
            .Join(map.Regions, outline => outline.Code, region => region.Code, (outline, region) => (outline, region))
            .OrderBy(pair => pair.region.Selected))
        {
            var shape = new TagBuilder("path");
            shape.MergeAttribute("d", outline.Path);
            shape.AddCssClass($"shade-{Math.Clamp(region.Shade, 0, Darkest).ToString(CultureInfo.InvariantCulture)}");
            if (region.Selected)
            {
                shape.AddCssClass("selected");
            }

            var holder = new TagBuilder(region.Href is null ? "g" : "a");
            if (region.Href is not null)
            {
                holder.MergeAttribute("href", region.Href);
                holder.MergeAttribute("aria-label", $"{region.Name}: {region.ValueText}");
                if (region.Selected)
                {
                    holder.MergeAttribute("aria-current", "true");
                }
            }

            holder.InnerHtml.AppendHtml(Tags.Of("title", null, $"{region.Name}: {region.ValueText}"));
            holder.InnerHtml.AppendHtml(shape);
            svg.InnerHtml.AppendHtml(holder);
        }

        return svg;
    }

    private TagBuilder Legend()
    {
        var legend = new TagBuilder("p");
        legend.AddCssClass("map-legend");
        legend.InnerHtml.Append(texts["MapLow"]);
        for (var shade = 1; shade <= Darkest; shade++)
        {
            legend.InnerHtml.AppendHtml(Swatch(shade));
        }

        legend.InnerHtml.Append(texts["MapHigh"]);
        var none = new TagBuilder("span");
        none.AddCssClass("map-none");
        none.InnerHtml.AppendHtml(Swatch(0));
        none.InnerHtml.Append(texts["MapNone"]);
        legend.InnerHtml.AppendHtml(none);
        return legend;
    }

    private TagBuilder List(RegionMap map)
    {
        var details = new TagBuilder("details");
        details.InnerHtml.AppendHtml(Tags.Of("summary", null, texts["MapList"]));
        var list = new TagBuilder("ul");
        list.AddCssClass("map-list");
        foreach (var region in map.Regions)
        {
            var item = new TagBuilder("li");
            var name = Tags.Of(region.Href is null ? "span" : "a", null, region.Name);
            if (region.Href is not null)
            {
                name.MergeAttribute("href", region.Href);
            }

            item.InnerHtml.AppendHtml(name);
            item.InnerHtml.AppendHtml(Tags.Of("span", "muted", region.ValueText));
            list.InnerHtml.AppendHtml(item);
        }

        details.InnerHtml.AppendHtml(list);
        return details;
    }

    private static TagBuilder Swatch(int shade)
    {
        var swatch = new TagBuilder("span");
        swatch.AddCssClass($"swatch shade-{shade.ToString(CultureInfo.InvariantCulture)}");
        swatch.MergeAttribute("aria-hidden", "true");
        return swatch;
    }
}
