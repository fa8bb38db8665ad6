using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// The page's heading of first level, with a line above it, a sentence below it, and whatever it holds (badges, links) after them; last, where texts of the page
/// exist in Arabic only, the line that explains it.
/// </summary>
[HtmlTargetElement("page-header")]
public sealed class PageHeaderTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    public string Title { get; set; } = "";

    public string? Lead { get; set; }

    /// <summary>A few words above the title: what kind of thing this page is about.</summary>
    public string? Eyebrow { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

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

        output.Content.AppendHtml(new OnlyInArabic(ViewContext.HttpContext, texts["ArabicOnly"]));
    }

    private void Append(TagHelperOutput output, string element, string? css, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var tag = Tags.Of(element, css, text);
            if (Languages.Current != Language.Arabic && Tags.InArabic(text))
            {
                tag.MergeAttribute("lang", Language.Arabic.Tag);
                tag.MergeAttribute("dir", Language.Arabic.Direction);
                OnlyInArabic.Found(ViewContext.HttpContext);
            }

            output.Content.AppendHtml(tag);
        }
    }
}
