using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// Leads to the form by which one has the news of a thing sent: <c>&lt;news-by-mail about="process:charter-2026" /&gt;</c>. A link and no form: the page is
/// cached, and the same for everybody.
/// </summary>
[HtmlTargetElement("news-by-mail", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NewsByMailTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>Key of the thing, as its room offers it (<c>INewsSource</c>).</summary>
    public string About { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var link = new TagBuilder("a");
        link.AddCssClass("button button-quiet");
        link.MergeAttribute("href", $"/{Languages.Current.Tag}/subscriptions/new?about={Uri.EscapeDataString(About)}");
        link.MergeAttribute("rel", "nofollow");
        link.InnerHtml.Append(texts["NewsByMail"]);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("actions", "no-print");
        output.Content.SetHtmlContent(link);
    }
}
