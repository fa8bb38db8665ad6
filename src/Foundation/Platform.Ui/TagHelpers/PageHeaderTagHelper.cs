using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Ui;

/// <summary>The page's heading of first level, with a line above it, a sentence below it, and whatever it holds (badges, links) after them.</summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    public string Title { get; set; } = "";

    public string? Lead { get; set; }

    /// <summary>A few words above the title: what kind of thing this page is about.</summary>
    public string? Eyebrow { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var inside = await output.GetChildContentAsync();
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("page-header");
        Append(output, "p", "eyebrow", Eyebrow);
        Append(output, "h1", null, Title);
        Append(output, "p", "lead", Lead);
        if (!inside.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(inside);
        }
    }

    private static void Append(TagHelperOutput output, string element, string? css, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            output.Content.AppendHtml(Tags.Of(element, css, text));
        }
    }
}
