using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>What changed between two texts, as a citizen reads it: paragraphs that were added, removed or changed, marked in words; what stayed is folded away.</summary>
[HtmlTargetElement("paragraph-differences", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ParagraphDifferencesTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    public IReadOnlyList<ParagraphDifference> Paragraphs { get; set; } = [];

    /// <summary>The language that both texts are in.</summary>
    public Language Language { get; set; } = Language.Arabic;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        for (var i = 0; i < Paragraphs.Count; i++)
        {
            if (Paragraphs[i].Kind != DifferenceKind.Unchanged)
            {
                output.Content.AppendHtml(Touched(Paragraphs[i]));
                continue;
            }

            var same = Paragraphs.Skip(i).TakeWhile(next => next.Kind == DifferenceKind.Unchanged).ToList();
            output.Content.AppendHtml(Same(same));
            i += same.Count - 1;
        }
    }

    private TagBuilder Same(List<ParagraphDifference> same)
    {
        var details = Tag("details", "same");
        var summary = new TagBuilder("summary");
        summary.InnerHtml.Append(texts.Count("SameParagraphs", same.Count));
        details.InnerHtml.AppendHtml(summary);
        foreach (var paragraph in same)
        {
            var words = Words();
            words.InnerHtml.Append(paragraph.Runs[0].Text);
            details.InnerHtml.AppendHtml(words);
        }

        return details;
    }

    private TagBuilder Touched(ParagraphDifference paragraph)
    {
        var block = Tag("div", "diff-" + paragraph.Kind.ToString().ToLowerInvariant());
        var mark = Tag("strong", "small");
        mark.InnerHtml.Append(texts[paragraph.Kind + "Mark"]);
        var words = Words();
        foreach (var run in paragraph.Runs)
        {
            if (run.Kind == DifferenceKind.Unchanged)
            {
                words.InnerHtml.Append(run.Text);
            }
            else
            {
                var changed = new TagBuilder(run.Kind == DifferenceKind.Added ? "ins" : "del");
                changed.InnerHtml.Append(run.Text);
                words.InnerHtml.AppendHtml(changed);
            }

            words.InnerHtml.Append(" ");
        }

        block.InnerHtml.AppendHtml(mark).AppendHtml(words);
        return block;
    }

    private TagBuilder Words()
    {
        var words = new TagBuilder("p");
        if (Language != Languages.Current)
        {
            words.Attributes["lang"] = Language.Tag;
            words.Attributes["dir"] = Language.Direction;
        }

        return words;
    }

    private static TagBuilder Tag(string name, string css)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        return tag;
    }
}
