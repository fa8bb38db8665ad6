using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Platform.Kernel.Text;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// For rows of long lists: the same HTML as the elements <c>localized</c>, <c>badge</c> and <c>progress-bar</c>, written straight. A tag helper is made,
/// run and buffered for each element, which costs some ten times as much as what it writes.
/// </summary>
public static class Markup
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "success", "warning", "danger", "neutral", "info", "accent" };

    /// <summary>As <c>&lt;localized text="…" as="…" /&gt;</c>.</summary>
    /// <param name="element">The element to write; none: only where the text is in another language than the page.</param>
    public static IHtmlContent Localized(LocalizedText? text, string? element = null) =>
        text is null ? HtmlString.Empty : new LocalizedMarkup(text, element, Languages.Current);

    /// <summary>As <c>&lt;badge kind="…"&gt;words&lt;/badge&gt;</c>.</summary>
    public static IHtmlContent Badge(string kind, string words) => new BadgeMarkup(Known(kind), words);

    /// <summary>As <c>&lt;progress-bar percent="…" label="…" /&gt;</c> where there is a percentage.</summary>
    public static IHtmlContent Progress(decimal percent, string label) => new ProgressMarkup(percent, label, Formats.Percent(percent));

    /// <exception cref="InvalidOperationException">There is no such kind of badge.</exception>
    internal static string Known(string kind) =>
        Kinds.Contains(kind) ? kind : throw new InvalidOperationException($"'{kind}' is no kind of badge: write {string.Join(", ", Kinds)}.");

    /// <summary>The value of a <c>progress</c> element.</summary>
    internal static string Value(decimal percent) => Math.Clamp(percent, 0, 100).ToString("0.##", CultureInfo.InvariantCulture);

    private sealed class LocalizedMarkup(LocalizedText text, string? element, Language page) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var shown = text.ShownIn(page);
            var name = element ?? (shown == page ? null : "span");
            if (name is not null)
            {
                writer.Write('<');
                writer.Write(name);
                if (shown != page)
                {
                    writer.Write($" lang=\"{shown.Tag}\" dir=\"{shown.Direction}\"");
                }

                writer.Write('>');
            }

            encoder.Encode(writer, text.In(page));
            if (name is not null)
            {
                writer.Write($"</{name}>");
            }
        }
    }

    private sealed class BadgeMarkup(string kind, string words) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<span class=\"badge badge-");
            writer.Write(kind);
            writer.Write("\">");
            encoder.Encode(writer, words);
            writer.Write("</span>");
        }
    }

    private sealed class ProgressMarkup(decimal percent, string label, string figure) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("<div class=\"progress\"><progress aria-label=\"");
            encoder.Encode(writer, label);
            writer.Write("\" max=\"100\" value=\"");
            writer.Write(Value(percent));
            writer.Write("\"></progress><span class=\"progress-figure\">");
            encoder.Encode(writer, figure);
            writer.Write("</span></div>");
        }
    }
}
