using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

/// <summary>Runs what follows in a language, until it is disposed.</summary>
internal sealed class In : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    private In(Language language) => CultureInfo.CurrentUICulture = language.Culture;

    public static In Arabic() => new(Language.Arabic);

    public static In French() => new(Language.French);

    public static In Tag(string tag) => new(Language.OfPage(tag)!);

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}

internal static class Rendering
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IStringLocalizer<CommonTexts> Texts { get; } = new ServiceCollection()
        .AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<CommonTexts>>();

    public static ViewContext View(HttpContext? http = null) => new() { HttpContext = http ?? new DefaultHttpContext() };

    public static string Html(this IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    /// <summary>What a tag helper writes in place of its element.</summary>
    public static async Task<string> HtmlAsync(this TagHelper helper, string element = "x", string inside = "", params TagHelperAttribute[] attributes)
    {
        var content = new DefaultTagHelperContent();
        content.SetContent(inside);
        var context = new TagHelperContext(element, [], new Dictionary<object, object>(), "id");
        var output = new TagHelperOutput(element, [.. attributes], (_, _) => Task.FromResult<TagHelperContent>(content));
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified && inside.Length > 0)
        {
            output.Content.SetContent(inside);
        }

        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
