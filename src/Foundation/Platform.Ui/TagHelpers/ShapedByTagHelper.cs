using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Consulting;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// From a place of a text or card to the remarks that changed it: <c>&lt;shaped-by all="Model.Shaped" at="vision" /&gt;</c>. Without <c>at</c>, of the whole page.
/// Nothing is written where there are none.
/// </summary>
[HtmlTargetElement("shaped-by", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShapedByTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>Of the page, as <see cref="IShapers"/> tells it.</summary>
    public IReadOnlyList<Shaped>? All { get; set; }

    /// <summary>The anchor of the place; those of its parts (<c>vision:3</c>) are meant too.</summary>
    public string? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var here = (All ?? []).Where(shaped => At is null || shaped.Anchor == At || shaped.Anchor.StartsWith(At + ":", StringComparison.Ordinal)).ToList();
        if (here.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var pages = string.Concat(here.Select(shaped => shaped.Page).Distinct(StringComparer.Ordinal).Select(page => "&page=" + Uri.EscapeDataString(page)));
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"/{Languages.Current.Tag}/consultations/shaped?{(At is null ? "" : "at=" + Uri.EscapeDataString(At))}{pages}".Replace("?&", "?", StringComparison.Ordinal);
        link.InnerHtml.Append(texts.Count("ShapedBy", here.Sum(shaped => shaped.Remarks)));
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "shaped-by");
        output.Content.AppendHtml(link);
    }
}
