using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Platform.Ui.Forms;

/// <summary>What the fields of a page are called: the summary of mistakes stands above them and names them all the same.</summary>
internal static class FieldLabels
{
    private static readonly object Key = new();

    public static void Keep(HttpContext context, string name, string label) => Of(context)[name] = label;

    /// <summary>The label of a field before what is wrong with it; written when the page is, once all its fields are known.</summary>
    public static IHtmlContent Naming(HttpContext context, string name, string message, IStringLocalizer texts) => new Named(context, name, message, texts);

    private static Dictionary<string, string> Of(HttpContext context)
    {
        if (context.Items[Key] is not Dictionary<string, string> labels)
        {
            context.Items[Key] = labels = new(StringComparer.OrdinalIgnoreCase);
        }

        return labels;
    }

    private sealed class Named(HttpContext context, string name, string message, IStringLocalizer texts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
            encoder.Encode(writer, Of(context).TryGetValue(name, out var label) ? texts["FieldAndMistake", label, message].Value : message);
    }
}
