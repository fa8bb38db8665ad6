using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Platform.Ui;

/// <summary>An address as a QR code, drawn as SVG.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrCodeTagHelper(IStringLocalizer<CommonTexts> texts) : TagHelper
{
    /// <summary>Longer, and a code is too fine to be read from paper; much longer, and there is none.</summary>
    private const int Longest = 1000;

    // The same page has the same code each time, and drawing one costs as much as half of a page.
    private static readonly MemoryCache Drawn = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>Nothing is drawn where it is empty or too long for a code.</summary>
    public string? Url { get; set; }

    /// <summary>True where the address stands beside it in writing: it is then kept from screen readers.</summary>
    public bool Decorative { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (string.IsNullOrEmpty(Url) || Encoding.UTF8.GetByteCount(Url) > Longest)
        {
            output.SuppressOutput();
            return;
        }

        var (size, path) = Drawn.GetOrCreate(Url, entry =>
        {
            entry.Size = 1;
            return Draw(Url);
        });
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("qr");
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size} {size}"));
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        if (Decorative)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
            output.Attributes.SetAttribute("focusable", "false");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", texts["QrOf", Url].Value);
            var title = new TagBuilder("title");
            title.InnerHtml.Append(texts["QrOf", Url]);
            output.Content.AppendHtml(title);
        }

        var modules = new TagBuilder("path");
        modules.MergeAttribute("d", path);
        modules.MergeAttribute("fill", "none");
        modules.MergeAttribute("stroke", "currentColor");
        output.Content.AppendHtml(modules);
    }

    /// <summary>The side of the code with its quiet zone, in modules, and its dark modules as one path: a line through each run of them.</summary>
    internal static (int Size, string Path) Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            var row = data.ModuleMatrix[y];
            int? pen = null;
            for (var x = 0; x < size; x++)
            {
                if (!row[x])
                {
                    continue;
                }

                var start = x;
                while (x + 1 < size && row[x + 1])
                {
                    x++;
                }

                var length = x - start + 1;
                _ = pen is { } from
                    ? path.Append(CultureInfo.InvariantCulture, $"m{start - from} 0h{length}")
                    : path.Append(CultureInfo.InvariantCulture, $"M{start} {y}.5h{length}");
                pen = start + length;
            }
        }

        return (size, path.ToString());
    }
}
