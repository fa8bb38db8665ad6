using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Platform.Ui;

/// <summary>
/// A line that explains, once and above them, why texts of a page are in Arabic. Whether there are any is known only when the whole page was made: the line
/// decides when it is sent.
/// </summary>
internal sealed class OnlyInArabic(HttpContext context, string words) : IHtmlContent
{
    private static readonly object Key = new();

    /// <summary>A text of this page exists in Arabic alone. Who works on texts in a workspace knows.</summary>
    public static void Found(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/workspace", StringComparison.Ordinal))
        {
            context.Items.TryAdd(Key, true);
        }
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (!context.Items.TryGetValue(Key, out var found) || found is not true)
        {
            return;
        }

        context.Items[Key] = false;
        Tags.Of("p", "only-arabic", words).WriteTo(writer, encoder);
    }
}
