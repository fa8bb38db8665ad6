using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Platform.Ui;

/// <summary>
/// Texts that people of a commune write in forms: headings, lists and emphasis. Nothing else of Markdown is understood, so nothing else can come out:
/// HTML, links, images and tables are shown as the words that were typed.
/// </summary>
public static partial class RichText
{
    private const int DeepestHeading = 6;

    // Brackets would begin a definition of a link, which Markdown takes out of the text without a word; they pass the parser in disguise.
    private const char Bracket = '[';
    private const char Disguise = '\uE05B';

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <param name="text">The text as it was typed.</param>
    /// <param name="headingOffset">Added to the level of each heading, so that headings go on from those of the page around them.</param>
    public static IHtmlContent Render(string? text, int headingOffset = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return HtmlString.Empty;
        }

        try
        {
            var document = Markdown.Parse(text.Replace(Bracket, Disguise), Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                heading.Level = Math.Clamp(heading.Level + headingOffset, 1, DeepestHeading);
            }

            return new HtmlString(document.ToHtml(Pipeline).Replace(Disguise, Bracket));
        }
        catch (ArgumentException)
        {
            // Lists within lists without end are no list: the parser refuses them, and the words remain.
            return new HtmlString($"<p>{WebUtility.HtmlEncode(text)}</p>\n");
        }
    }

    /// <summary>
    /// What a word processor left behind, as the text means it: its bullets become items, its numbers a list, its odd spaces plain ones. Done on saving, as
    /// whoever pastes without scripts gets them too.
    /// </summary>
    public static string Tidy(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = OddSpace().Replace(raw, " ").TrimEnd();
            line = Bullet().Replace(line, "${indent}- ");
            line = Numbered().Replace(line, "${indent}${number}. ");
            empty = line.Length == 0 ? empty + 1 : 0;
            if (empty < 2)
            {
                tidy.Append(line).Append('\n');
            }
        }

        return tidy.ToString().Trim('\n', ' ');
    }

    /// <summary>One paragraph per block of text and per item of a list, without the marks, as two texts are compared.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = new List<string>();
        var open = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                open = false;
                continue;
            }

            var heading = line[0] == '#';
            var words = Mark().Replace(line, "").Replace("**", "", StringComparison.Ordinal);
            if (words.Length == 0)
            {
                continue;
            }

            if (open && !heading && !ItemMark().IsMatch(line))
            {
                paragraphs[^1] += " " + words;
            }
            else
            {
                paragraphs.Add(words);
            }

            open = !heading;
        }

        return paragraphs;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([new HeadingBlockParser(), new ListBlockParser(), new ParagraphBlockParser { ParseSetextHeadings = false }]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([new EscapeInlineParser(), new EmphasisInlineParser(), new LineBreakInlineParser()]);
        return builder.Build();
    }

    [GeneratedRegex(@"^(?:[-*+]|[0-9]{1,9}[.)]) ")]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^(?:[-*+] |>|#|[0-9]{1,9}[.)] | )+")]
    private static partial Regex Mark();

    // No-break and typographic spaces, tabs.
    [GeneratedRegex(@"[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]+")]
    private static partial Regex OddSpace();

    // The bullets of Word and of its symbol font (private use), dashes, and an o that stands alone.
    [GeneratedRegex(@"^(?<indent> *)(?:[\u2022\u25CF\u25AA\u25AB\u25E6\u2023\u2043\u00B7\u00A7\uF0A7\uF0B7\uF02D\u2013\u2014\u2012] *|o {2,})(?=\S)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<indent> *)(?<number>[0-9]{1,3})[)\-] +(?=\S)")]
    private static partial Regex Numbered();
}
