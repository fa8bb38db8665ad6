using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

/// <summary>
/// Inside a form with <c>data-keep="a key"</c>: tells the person that what they had typed was brought back, and offers to drop it. Hidden until a script
/// shows it. The page after a successful save says <c>&lt;span data-kept="the key" hidden&gt;&lt;/span&gt;</c>.
/// </summary>
[HtmlTargetElement("kept-note", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeptNoteTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-info kept");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("data-kept-note", null);
        output.Attributes.SetAttribute("hidden", null);
        var text = new TagBuilder("span");
        text.InnerHtml.Append(texts["KeptText"]);
        var drop = new TagBuilder("button");
        drop.Attributes["type"] = "button";
        drop.AddCssClass("button button-quiet button-small");
        drop.InnerHtml.Append(texts["KeptDrop"]);
        output.Content.AppendHtml(text).AppendHtml(drop);
    }
}
