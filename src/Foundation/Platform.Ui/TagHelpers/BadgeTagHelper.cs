using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Ui;

/// <summary>A state in a word. The word says it; the colour only repeats it.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary><c>success</c>, <c>warning</c>, <c>danger</c>, <c>neutral</c>, <c>info</c> or <c>accent</c>.</summary>
    public string Kind { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("badge", "badge-" + Markup.Known(Kind));
    }
}
