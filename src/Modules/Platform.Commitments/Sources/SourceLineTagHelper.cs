using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Data.Seeding;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Commitments.Sources;

/// <summary>
/// Says in one line which document and which section an item was taken from: <c>&lt;source-line source="@item.Source" /&gt;</c>. Nothing is written
/// where the source is unknown, so that nothing is claimed.
/// </summary>
[HtmlTargetElement("source-line", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SourceLineTagHelper(IStringLocalizerFactory factory) : TagHelper
{
    private readonly IStringLocalizer texts = factory.Create(typeof(SourceTexts));

    public SeedSource? Source { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Source is null)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "source-line");
        var label = new TagBuilder("span");
        label.AddCssClass("source-label");
        label.InnerHtml.Append(texts["Source"]);
        var title = new TagBuilder("cite");
        title.InnerHtml.Append(texts.TitleOf(Source.Document));
        output.Content.AppendHtml(label).Append(" ").AppendHtml(title);
        if (Source.Section is { } section)
        {
            output.Content.Append(texts["Separator"]).AppendHtml(Part(section));
        }
    }

    private TagBuilder Part(string section)
    {
        if (SourceNames.IsNumbered(section))
        {
            var number = new TagBuilder("span");
            number.InnerHtml.Append(texts["Section", section]);
            return number;
        }

        // Headings are quoted as the document writes them: in Arabic, whatever the page's language.
        var heading = new TagBuilder("bdi");
        if (Languages.Current != Language.Arabic)
        {
            heading.Attributes["lang"] = Language.Arabic.Tag;
            heading.Attributes["dir"] = Language.Arabic.Direction;
        }

        heading.InnerHtml.Append(texts["Part", section]);
        return heading;
    }
}
