using System.Net;
using System.Xml.Linq;

namespace Platform.IntegrationTests.Commitments.SiteFiles;

public sealed class SiteFilesTests(SharedHost shared)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_communes_site_map_names_each_page_once_in_both_languages()
    {
        using var client = shared.Host.Commune("demnate");

        var map = XDocument.Parse(await Text(client, "/sitemap.xml"));
        var places = map.Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value).ToList();

        Assert.Equal(places.Distinct(), places);
        Assert.All(places, place => Assert.StartsWith("http://demnate.localhost", place, StringComparison.Ordinal));
        Assert.Contains("http://demnate.localhost/ar", places);
        Assert.Contains("http://demnate.localhost/fr/action-plan/activities/2.1", places);
        Assert.All(map.Root.Elements(Map + "url"), url => Assert.Equal(2, url.Elements(Xhtml + "link").Count()));
    }

    [Fact]
    public async Task Every_page_of_the_site_map_answers()
    {
        using var client = shared.Host.Commune("demnate");
        var map = XDocument.Parse(await Text(client, "/sitemap.xml"));

        foreach (var place in map.Root!.Elements(Map + "url").Select(url => new Uri(url.Element(Map + "loc")!.Value)).Where(place => place.AbsolutePath.StartsWith("/fr", StringComparison.Ordinal)))
        {
            Assert.True(await client.StatusAsync(place.AbsolutePath) == HttpStatusCode.OK, place.AbsolutePath);
        }
    }

    [Fact]
    public async Task The_national_site_has_its_own_site_map()
    {
        using var client = shared.Host.National();

        var map = XDocument.Parse(await Text(client, "/sitemap.xml"));

        Assert.Contains("http://localhost/ar", map.Root!.Elements(Map + "url").Select(url => url.Element(Map + "loc")!.Value));
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await Text(client, "/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_find_the_site_map_of_their_commune()
    {
        using var client = shared.Host.Commune("larache");

        Assert.Contains("Sitemap: http://larache.localhost/sitemap.xml", await Text(client, "/robots.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task News_are_told_in_the_language_of_the_address(string language)
    {
        using var client = shared.Host.Commune("demnate");

        var feed = XDocument.Parse(await Text(client, $"/{language}/feed.atom")).Root!;

        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.NotEmpty(feed.Elements(Atom + "entry"));
        Assert.All(feed.Elements(Atom + "entry"), entry =>
        {
            Assert.NotEmpty(entry.Element(Atom + "title")!.Value);
            Assert.StartsWith($"http://demnate.localhost/{language}/", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        });
        Assert.Equal(
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value).Distinct(),
            feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value));
    }

    [Fact]
    public async Task A_feed_without_a_language_leads_to_one()
    {
        using var client = shared.Host.Commune("demnate");

        Assert.Equal(HttpStatusCode.Found, await client.StatusAsync("/feed.atom"));
    }

    private static Task<string> Text(HttpClient client, string path) =>
        client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
