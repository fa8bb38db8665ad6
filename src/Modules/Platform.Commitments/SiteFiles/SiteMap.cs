using System.Globalization;
using System.Xml;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;

namespace Platform.Commitments.SiteFiles;

/// <summary>Writes a site map as sitemaps.org describes it: each page once per language, each naming its other languages.</summary>
internal static class SiteMap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <param name="root">Address of the site, without a final slash.</param>
    public static async Task WriteAsync(Stream stream, string root, IEnumerable<SitemapPage> pages)
    {
        await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Namespace);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Xhtml);
        foreach (var page in pages)
        {
            foreach (var language in Language.OfPages)
            {
                await xml.WriteStartElementAsync(null, "url", Namespace);
                await xml.WriteElementStringAsync(null, "loc", Namespace, SiteAddress.Of(root, language, page.Path));
                if (page.ChangedOn is { } day)
                {
                    await xml.WriteElementStringAsync(null, "lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                }

                foreach (var other in Language.OfPages)
                {
                    await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
                    await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
                    await xml.WriteAttributeStringAsync(null, "hreflang", null, other.Tag);
                    await xml.WriteAttributeStringAsync(null, "href", null, SiteAddress.Of(root, other, page.Path));
                    await xml.WriteEndElementAsync();
                }

                await xml.WriteEndElementAsync();
            }
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }
}
