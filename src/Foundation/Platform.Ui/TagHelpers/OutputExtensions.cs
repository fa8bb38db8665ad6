using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Ui;

internal static class OutputExtensions
{
    /// <summary>Puts classes in front of those that the page gave, one by one.</summary>
    public static void AddClass(this TagHelperOutput output, params ReadOnlySpan<string> classes)
    {
        foreach (var name in classes)
        {
            output.AddClass(name, HtmlEncoder.Default);
        }
    }
}
