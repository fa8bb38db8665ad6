using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Platform.Ui;

/// <summary>
/// Markdown written by people of a commune, as HTML that cannot harm: no raw HTML, no images, no styles, links to web addresses only.
/// </summary>
public static class SafeMarkdown
{
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="text">The Markdown.</param>
    /// <param name="headingOffset">Added to the level of each heading, so that headings go on from those of the page around them.</param>
    public static IHtmlContent Render(string? text, int headingOffset = 1)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return HtmlString.Empty;
        }

        var document = Markdown.Parse(text, Pipeline);
        foreach (var node in document.Descendants().ToList())
        {
            Tame(node, headingOffset);
        }

        return new HtmlString(document.ToHtml(Pipeline));
    }

    /// <summary>The words alone, for descriptions and feeds.</summary>
    public static string PlainText(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "" : Markdown.ToPlainText(text, Pipeline).Trim();

    private static void Tame(MarkdownObject node, int headingOffset)
    {
        switch (node)
        {
            case HeadingBlock heading:
                heading.Level = Math.Clamp(heading.Level + headingOffset, 1, DeepestHeading);
                break;
            case Table table:
                // Alignment is written as a style attribute, which the content security policy refuses.
                foreach (var column in table.ColumnDefinitions)
                {
                    column.Alignment = null;
                }

                break;
            case LinkInline { IsImage: true } image:
                Unwrap(image);
                break;
            case LinkInline link when !IsSafe(link.Url):
                Unwrap(link);
                break;
            case LinkInline { Url: { } url } link when IsForeign(url):
                link.GetAttributes().AddProperty("rel", "nofollow noopener");
                break;
            case AutolinkInline { IsEmail: true } mail:
                mail.ReplaceBy(new LiteralInline(mail.Url));
                break;
            case AutolinkInline link when !IsSafe(link.Url):
                link.ReplaceBy(new LiteralInline(link.Url));
                break;
            case AutolinkInline link:
                link.GetAttributes().AddProperty("rel", "nofollow noopener");
                break;
        }
    }

    /// <summary>Keeps what the link or image says, without the link.</summary>
    private static void Unwrap(LinkInline link)
    {
        var children = link.ToList();
        foreach (var child in children)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    internal static bool IsSafe(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            return false;
        }

        if (url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') || url.StartsWith("//", StringComparison.Ordinal))
        {
            return false;
        }

        var end = url.IndexOfAny(['/', '?', '#']);
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var relative = colon < 0 || (end >= 0 && end < colon);
        return relative || IsForeign(url);
    }

    private static bool IsForeign(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
