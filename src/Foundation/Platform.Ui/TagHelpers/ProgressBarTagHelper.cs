using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Platform.Ui;

/// <summary>How far something has come, as a bar and as a figure. No percentage means that nothing counts yet, and is said in words.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBarTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    public decimal? Percent { get; set; }

    /// <summary>What the bar measures, for those who do not see what stands beside it.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("progress");
        if (Percent is not { } percent)
        {
            output.AddClass("progress-none");
            output.Content.SetContent(texts["NoActivityCountsYet"]);
            return;
        }

        var bar = new TagBuilder("progress");
        bar.MergeAttribute("max", "100");
        bar.MergeAttribute("value", Markup.Value(percent));
        bar.MergeAttribute("aria-label", string.IsNullOrEmpty(Label) ? texts["Progress"].Value : Label);
        var figure = new TagBuilder("span");
        figure.AddCssClass("progress-figure");
        figure.InnerHtml.Append(Formats.Percent(percent));
        output.Content.AppendHtml(bar);
        output.Content.AppendHtml(figure);
    }
}
