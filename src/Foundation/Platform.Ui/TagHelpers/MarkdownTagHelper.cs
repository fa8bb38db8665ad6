using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>A <see cref="LocalizedText"/> that holds Markdown, as safe HTML in a <c>div.prose</c> with its language and direction.</summary>
[HtmlTargetElement("markdown", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkdownTagHelper : TagHelper
{
    public LocalizedText? Text { get; set; }

    /// <summary>Added to the level of each heading: 1 makes <c>#</c> an <c>h2</c>.</summary>
    public int HeadingOffset { get; set; } = 1;

    /// <summary>Headings, lists and emphasis only: see <see cref="RichText"/>.</summary>
    public bool Plain { get; set; }

    /// <summary>None outside a page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Text is null)
        {
            output.SuppressOutput();
            return;
        }

        var shown = Text.ShownIn(Languages.Current);
        if (shown != Languages.Current && ViewContext is not null)
        {
            OnlyInArabic.Found(ViewContext.HttpContext);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("prose");
        output.Attributes.SetAttribute("lang", shown.Tag);
        output.Attributes.SetAttribute("dir", shown.Direction);
        var words = Text.In(Languages.Current);
        output.Content.SetHtmlContent(Plain ? RichText.Render(words, HeadingOffset) : SafeMarkdown.Render(words, HeadingOffset));
    }
}
