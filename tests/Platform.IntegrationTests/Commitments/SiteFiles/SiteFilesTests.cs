using System.Buffers.Binary;
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

    [Theory]
    [InlineData("demnate", "/ar")]
    [InlineData("demnate", "/fr/action-plan/activities/2.1")]
    [InlineData(null, "/fr/dashboard")]
    public async Task A_page_names_the_picture_that_stands_for_it_where_it_is_shared(string? site, string page)
    {
        using var client = site is null ? shared.Host.National() : shared.Host.Commune(site);
        var document = await client.PageAsync(page);
        var address = new Uri(document.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!);

        using var answer = await client.GetAsync(new Uri(address.AbsolutePath, UriKind.Relative), TestContext.Current.CancellationToken);
        var picture = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(site is null ? "localhost" : site + ".localhost", address.Host);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("PNG"u8.ToArray(), picture[1..4]);
        Assert.Equal("1200", document.QuerySelector("meta[property='og:image:width']")!.GetAttribute("content"));
        Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());

        using var again = new HttpRequestMessage(HttpMethod.Get, address.AbsolutePath) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        using var unchanged = await client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        using var asked = new HttpRequestMessage(HttpMethod.Head, address.AbsolutePath);
        using var head = await client.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, picture.Length), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("/share/ar/no-such-page.png")]
    [InlineData("/share/ar/action-plan/activities/99.99.png")]
    [InlineData("/share/ar/workspace.png")]
    [InlineData("/share/ar/error/404.png")]
    [InlineData("/share/ar/feed.atom.png")]
    [InlineData("/share/api/v1/charter.png")]
    [InlineData("/share/ar.jpg")]
    public async Task What_is_no_page_to_be_shared_has_no_picture(string path)
    {
        using var client = shared.Host.Commune("demnate");

        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(path));
    }

    private static Task<string> Text(HttpClient client, string path) =>
        client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
