using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// A <see cref="LocalizedText"/> in the language of the page. Where it is shown in another language, the element says so with <c>lang</c> and
/// <c>dir</c>. Without <see cref="As"/> and without attributes of its own, an element is written only where it is needed.
/// </summary>
[HtmlTargetElement("localized", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LocalizedTagHelper : TagHelper
{
    public LocalizedText? Text { get; set; }

    /// <summary>The element to write: <c>h2</c>, <c>p</c>, <c>strong</c> …</summary>
    public string? As { get; set; }

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

        var page = Languages.Current;
        var shown = Text.ShownIn(page);
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = As ?? (shown == page && output.Attributes.Count == 0 ? null : "span");
        if (shown != page)
        {
            output.Attributes.SetAttribute("lang", shown.Tag);
            output.Attributes.SetAttribute("dir", shown.Direction);
            if (ViewContext is not null)
            {
                OnlyInArabic.Found(ViewContext.HttpContext);
            }
        }

        output.Content.SetContent(Text.In(page));
    }
}
