using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Data.Mail;

/// <summary>
/// Writes a mail out: as plain text, and as HTML in the direction of its language, with styles in place because mail programs know no others. Nothing in it is
/// loaded from anywhere, so nobody learns whether it was read.
/// </summary>
internal static partial class MailLetter
{
    private const int SubjectLength = 200;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static OutgoingMail Write(MailText text, Language language, MailSender sender)
    {
        var words = new ResourceManager(text.Texts);
        var values = text.Values.Select(value => Written(value, language)).ToArray();
        var parts = text.Parts.Select(part => PartOf(part, language)).ToList();
        var body = Words(words, text.Key + "Body", language);
        var button = text.Link is null ? null : Words(words, text.Key + "Button", language);
        var subject = OneLine(Fill(Words(words, text.Key + "Subject", language), values));
        var host = new Uri(sender.Address).Host;
        return new(
            $"<{Guid.NewGuid():N}@{host}>",
            "",
            language.Tag,
            OneLine(sender.Name),
            subject,
            AsText(Fill(body, values), parts, button, text.Link, language, sender),
            AsHtml(subject, [.. Paragraphs(body, values)], parts, button, text.Link, language, sender),
            text.StopAt?.AbsoluteUri);
    }

    private static WrittenPart PartOf(MailPart part, Language language) => new(
        OneLine(Cleaning.Clean(part.Title.In(language))), part.Address,
        [.. part.Lines.Select(line => new WrittenLine(Written(line.On, language), OneLine(Cleaning.Clean(line.Text.In(language))), line.Address))]);

    private static string Words(ResourceManager words, string key, Language language) =>
        words.GetString(key, language.Culture)?.ReplaceLineEndings("\n") ?? throw new InvalidOperationException($"{words.BaseName} has no '{key}'.");

    private static string Fill(string pattern, string[] values) =>
        values.Length == 0 ? pattern : string.Format(CultureInfo.InvariantCulture, pattern, [.. values]);

    /// <summary>What people typed is cleaned: it cannot turn the direction of the rest of the mail.</summary>
    private static string Written(object? value, Language language) => Cleaning.Clean(value switch
    {
        null => "",
        LocalizedText text => text.In(language),
        DateOnly day => day.ToString("d MMMM yyyy", language.Culture),
        DateTime instant => MoroccoTime.FromUtc(instant).ToString("d MMMM yyyy HH:mm", language.Culture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    });

    /// <summary>A header is one line: a line break in it would start another header.</summary>
    private static string OneLine(string text)
    {
        var line = Breaks().Replace(text, " ").Trim();
        return line.Length <= SubjectLength ? line : line[..SubjectLength].TrimEnd() + "…";
    }

    private static string AsText(string body, List<WrittenPart> parts, string? button, Uri? link, Language language, MailSender sender)
    {
        var text = new StringBuilder(body.Trim()).Append("\n\n");
        foreach (var part in parts)
        {
            text.Append(part.Title).Append('\n').Append(part.Address).Append("\n\n");
            foreach (var line in part.Lines)
            {
                text.Append("- ").Append(line.On).Append(" · ").Append(line.Text).Append("\n  ").Append(line.Address).Append('\n');
            }

            text.Append('\n');
        }

        if (link is not null)
        {
            text.Append(button).Append(":\n").Append(link.AbsoluteUri).Append("\n\n");
        }

        return text.Append("--\n").Append(sender.Name).Append('\n').Append(sender.Address).Append("\n\n")
            .Append(MailTexts.Get("Automatic", language)).Append('\n').ToString();
    }

    private static IEnumerable<string> Paragraphs(string body, string[] values)
    {
        string[] encoded = [.. values.Select(value => $"<bdi>{Html.Encode(value)}</bdi>")];
        return body.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => Fill(Html.Encode(paragraph), encoded).Replace("&#xA;", "<br>", StringComparison.OrdinalIgnoreCase));
    }

    private static string AsHtml(
        string subject, IReadOnlyList<string> paragraphs, List<WrittenPart> parts, string? button, Uri? link, Language language, MailSender sender)
    {
        const string Paragraph = "<p style=\"margin:0 0 16px\">";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="{language.Tag}" dir="{language.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Html.Encode(subject)}</title></head>
            <body dir="{language.Direction}" style="margin:0;padding:24px 12px;background:#f6f7f9;color:#171c23;font:16px/1.7 Tahoma,'Segoe UI',Arial,sans-serif">
            <div lang="{language.Tag}" dir="{language.Direction}" style="max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #dde1e6;border-top:5px solid {sender.Accent};border-radius:8px;padding:24px;text-align:start">
            <p style="margin:0 0 20px;font-weight:bold;color:{sender.Accent}"><bdi>{Html.Encode(sender.Name)}</bdi></p>

            """);
        foreach (var paragraph in paragraphs)
        {
            html.Append(Paragraph).Append(paragraph).Append("</p>\n");
        }

        foreach (var part in parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <h2 style="margin:24px 0 8px;font-size:18px"><a href="{Html.Encode(part.Address)}" style="color:{sender.Accent}"><bdi>{Html.Encode(part.Title)}</bdi></a></h2>
                <ul style="margin:0 0 16px;padding-inline-start:24px">

                """);
            foreach (var line in part.Lines)
            {
                html.Append(CultureInfo.InvariantCulture, $"""
                    <li style="margin:0 0 8px"><span style="font-size:14px;color:#535c67">{Html.Encode(line.On)}</span><br><a href="{Html.Encode(line.Address)}" style="color:{sender.Accent}"><bdi>{Html.Encode(line.Text)}</bdi></a></li>

                    """);
            }

            html.Append("</ul>\n");
        }

        if (link is not null)
        {
            var address = Html.Encode(link.AbsoluteUri);
            html.Append(CultureInfo.InvariantCulture, $"""
                <p style="margin:24px 0"><a href="{address}" style="display:inline-block;padding:12px 24px;background:{sender.Accent};color:#ffffff;border-radius:6px;text-decoration:none;font-weight:bold">{Html.Encode(button!)}</a></p>
                <p style="margin:0 0 16px;font-size:14px;color:#535c67">{Html.Encode(MailTexts.Get("OrCopy", language))}<br><bdi dir="ltr" style="word-break:break-all">{address}</bdi></p>

                """);
        }

        var site = Html.Encode(sender.Address);
        html.Append(CultureInfo.InvariantCulture, $"""
            <p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dde1e6;font-size:14px;color:#535c67"><bdi>{Html.Encode(sender.Name)}</bdi><br><a href="{site}" style="color:{sender.Accent}"><bdi dir="ltr">{site}</bdi></a><br>{Html.Encode(MailTexts.Get("Automatic", language))}</p>
            </div>
            </body>
            </html>

            """);
        return html.ToString();
    }

    private sealed record WrittenPart(string Title, string Address, IReadOnlyList<WrittenLine> Lines);

    private sealed record WrittenLine(string On, string Text, string Address);

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+")]
    private static partial Regex Breaks();
}
