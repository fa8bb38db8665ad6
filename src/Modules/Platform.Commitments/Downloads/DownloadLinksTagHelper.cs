using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Ui.Sites;

namespace Platform.Commitments.Downloads;

/// <summary>Links to a document as Excel, Word and CSV files: <c>&lt;download-links path="/charter" /&gt;</c>.</summary>
[HtmlTargetElement("download-links", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DownloadLinksTagHelper(IStringLocalizerFactory texts) : TagHelper
{
    private readonly IStringLocalizer words = texts.Create(typeof(DownloadTexts));

    /// <summary>Where the files are, without the language.</summary>
    public required string Path { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "actions no-print");
        foreach (var format in OutlineFiles.Formats)
        {
            var link = new TagBuilder("a");
            link.AddCssClass("button button-quiet button-small");
            link.Attributes["href"] = $"/{Languages.Current.Tag}{Path}/export.{format}";
            link.Attributes["rel"] = "nofollow";
            link.InnerHtml.Append(words["Download_" + format]);
            output.Content.AppendHtml(link).Append(" ");
        }
    }
}
