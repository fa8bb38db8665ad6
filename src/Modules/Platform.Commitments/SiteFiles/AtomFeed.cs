using System.Globalization;
using System.Xml;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;

namespace Platform.Commitments.SiteFiles;

/// <summary>Writes the news of a commune as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="changes">The newest first.</param>
    /// <param name="self">Its own address, and <paramref name="page"/> that of the page whose news it holds, relative to the language's root.</param>
    public static async Task WriteAsync(
        Stream stream, Commune commune, Language language, string title, IReadOnlyList<Change> changes, DateTime now, string self = "/feed.atom", string page = "/")
    {
        await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "feed", Namespace);
        await xml.WriteAttributeStringAsync("xml", "lang", null, language.Tag);
        await TextAsync("title", title);
        await TextAsync("id", SiteAddress.Of(commune.Address, language, page));
        await TextAsync("updated", Instant(changes.Count > 0 ? changes[0].At : now));
        await LinkAsync("self", SiteAddress.Of(commune.Address, language, self));
        await LinkAsync("alternate", SiteAddress.Of(commune.Address, language, page));
        await xml.WriteStartElementAsync(null, "author", Namespace);
        await TextAsync("name", commune.Name.In(language));
        await xml.WriteEndElementAsync();
        foreach (var change in changes)
        {
            await xml.WriteStartElementAsync(null, "entry", Namespace);
            await TextAsync("id", IdOf(commune, change));
            await TextAsync("title", $"{change.What} · {change.Subject.In(language)}");
            await TextAsync("updated", Instant(change.At));
            await LinkAsync("alternate", SiteAddress.Of(commune.Address, language, change.Link));
            await TextAsync("summary", change.Subject.In(language), change.Subject.ShownIn(language));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();

        async Task TextAsync(string element, string text, Language? spoken = null)
        {
            await xml.WriteStartElementAsync(null, element, Namespace);
            if (spoken is not null && spoken != language)
            {
                await xml.WriteAttributeStringAsync("xml", "lang", null, spoken.Tag);
            }

            await xml.WriteStringAsync(text);
            await xml.WriteEndElementAsync();
        }

        async Task LinkAsync(string relation, string address)
        {
            await xml.WriteStartElementAsync(null, "link", Namespace);
            await xml.WriteAttributeStringAsync(null, "rel", null, relation);
            await xml.WriteAttributeStringAsync(null, "href", null, address);
            await xml.WriteEndElementAsync();
        }
    }

    /// <summary>A tag (RFC 4151) of the commune's host, which had these sites from 2026 on.</summary>
    private static string IdOf(Commune commune, Change change) => $"tag:{new Uri(commune.Address).Host},2026:{change.Id}";

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
