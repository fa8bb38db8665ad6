using System.Net;

namespace Platform.IntegrationTests.Isolation;

public sealed class CacheTests(SharedHost shared)
{
    [Theory]
    [InlineData("/indicators/charter-in-force/rows.csv")]
    [InlineData("/feed.atom")]
    public async Task An_address_without_a_language_never_shows_one_visitor_the_language_of_another(string path)
    {
        var french = await ReadAsync("demnate.localhost", path, ("Accept-Language", "fr"));
        var arabic = await ReadAsync("demnate.localhost", path, ("Accept-Language", "ar"));

        Assert.NotEqual(french, arabic);
    }

    [Theory]
    [InlineData("demnate.localhost", "/fr")]
    [InlineData("demnate.localhost", "/sitemap.xml")]
    [InlineData("demnate.localhost", "/openapi/v1.json")]
    [InlineData("localhost", "/fr/dashboard")]
    [InlineData("localhost", "/openapi/v1.json")]
    public async Task Headers_that_a_visitor_makes_up_are_not_kept_for_the_next(string host, string path)
    {
        path += "?poison=1";
        var first = await ReadAsync(
            host, path, ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "evil"), ("X-Forwarded-Prefix", "/evil"), ("Forwarded", "host=evil.example"),
            ("X-Original-URL", "/evil"), ("X-HTTP-Method-Override", "DELETE"));
        var second = await ReadAsync(host, path);

        Assert.DoesNotContain("evil", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("only-if-cached")]
    [InlineData("no-cache, no-store, max-age=0")]
    public async Task What_a_visitor_says_of_caching_is_not_obeyed(string wish)
    {
        using var client = shared.Host.Client("demnate.localhost");
        foreach (var path in new[] { "/fr/charter?never=asked-" + wish.Length, "/api/v1/charter?never=asked-" + wish.Length })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Cache-Control", wish);

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_order_of_repeated_values_is_not_lost()
    {
        const string OneFirst = "/fr/indicators?kind=count&kind=percentage";
        var first = await ReadAsync("demnate.localhost", OneFirst);

        Assert.NotEqual(first, await ReadAsync("demnate.localhost", "/fr/indicators?kind=percentage&kind=count"));
        Assert.Equal(first, await ReadAsync("demnate.localhost", OneFirst));
    }

    [Fact]
    public async Task The_same_address_on_two_communes_shows_each_its_own()
    {
        foreach (var path in new[] { "/fr", "/sitemap.xml", "/openapi/v1.json", "/theme.css?v=1", "/api/v1/charter" })
        {
            var demnate = await ReadAsync("demnate.localhost", path);
            var larache = await ReadAsync("larache.localhost", path);

            Assert.DoesNotContain("larache", demnate, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("demnate", larache, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<string> ReadAsync(string host, string path, params (string Name, string Value)[] headers)
    {
        using var client = shared.Host.Client(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.Location?.OriginalString ?? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
