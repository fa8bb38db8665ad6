using System.Net;
using AngleSharp.Html.Parser;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;

namespace Platform.IntegrationTests.BadInput;

/// <summary>What a hostile visitor tries on every address of the route table.</summary>
public sealed class EveryAddressTests(SharedHost shared)
{
    internal static readonly string[] Keys =
        ["period", "indicator", "region", "province", "programme", "q", "sort", "dir", "page", "pageSize", "kind", "link", "value", "axis", "status", "p", "from", "to", "on"];

    private static readonly string[] Values =
    [
        "-1", "0", "99999999999999999999", "2147483647", "NaN", "%D9%A1", "2026-13", "0000-00", "9999-12", "%00", "%FF", "%ED%A0%80", "%E2%80%AEtxt",
        "Z%CC%B7%CC%A1%CD%94", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22onload%3D%22", "..%2F..", "%0D%0AX-Evil:1", "%F0%9F%98%80", "%25", "_",
    ];

    [Theory]
    [InlineData(SiteKind.Commune)]
    [InlineData(SiteKind.National)]
    public async Task A_wrong_method_is_refused_and_never_a_fault(SiteKind kind)
    {
        string[] methods = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "NONSENSE"];
        foreach (var path in await RouteTable.PathsAsync(shared.Host.Services, kind))
        {
            foreach (var method in methods)
            {
                using var response = await SendAsync(kind, method, path);
                if (AsksToSignIn(response))
                {
                    continue;
                }

                // A form that is sent without having been opened is refused for lack of its token.
                if (method != "POST" || response.StatusCode != HttpStatusCode.BadRequest)
                {
                    Assert.True(response.StatusCode == HttpStatusCode.MethodNotAllowed, $"{method} {path}: {(int)response.StatusCode}");
                    Assert.NotEmpty(response.Content.Headers.Allow);
                    Assert.DoesNotContain(method, response.Content.Headers.Allow);
                }

                await ExpectErrorAsync(path, response);
            }
        }
    }

    [Theory]
    [InlineData("localhost", "/fr/action-plan/export.csv")]
    [InlineData("localhost", "/api/v1/charter")]
    [InlineData("demnate.localhost", "/fr/dashboard/export.csv")]
    [InlineData("demnate.localhost", "/api/v1/none")]
    [InlineData("nowhere.localhost", "/api/v1/charter")]
    public async Task A_method_on_what_is_not_there_is_not_found(string host, string path)
    {
        using var client = shared.Host.Client(host);
        using var content = new StringContent("");

        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_method_on_a_file_of_every_site_is_refused()
    {
        using var client = shared.Host.National();
        using var content = new StringContent("");

        using var response = await client.PostAsync(new Uri("/dist/site.css", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(SiteKind.Commune)]
    [InlineData(SiteKind.National)]
    public async Task A_closing_slash_leads_to_the_address_without(SiteKind kind)
    {
        foreach (var path in (await RouteTable.PathsAsync(shared.Host.Services, kind)).Where(path => path[^1] != '/'))
        {
            using var response = await SendAsync(kind, "GET", path + "/?q=a%20b");

            Assert.True(response.StatusCode == HttpStatusCode.PermanentRedirect, $"{path}/: {(int)response.StatusCode}");
            Assert.Equal(path + "?q=a%20b", response.Headers.Location?.OriginalString);
        }
    }

    [Theory]
    [InlineData(SiteKind.Commune)]
    [InlineData(SiteKind.National)]
    public async Task What_can_be_got_can_be_asked_about(SiteKind kind)
    {
        foreach (var path in await RouteTable.PathsAsync(shared.Host.Services, kind))
        {
            using var got = await SendAsync(kind, "GET", path);
            using var asked = await SendAsync(kind, "HEAD", path);

            Assert.True(got.StatusCode == asked.StatusCode, $"{path}: GET {(int)got.StatusCode}, HEAD {(int)asked.StatusCode}");
        }
    }

    [Theory]
    [InlineData(SiteKind.Commune)]
    [InlineData(SiteKind.National)]
    public async Task A_query_value_is_shown_refused_or_ignored_and_never_a_fault(SiteKind kind)
    {
        var turn = 0;
        foreach (var path in await RouteTable.PathsAsync(shared.Host.Services, kind))
        {
            // Each value with one key, turned by one from path to path; then each key twice, and as an array that no page reads, a third of the keys a path.
            turn++;
            for (var i = 0; i < Values.Length; i++)
            {
                await TryAsync(kind, path + "?" + Keys[(i + turn) % Keys.Length] + "=" + Values[i]);
            }

            foreach (var key in Keys)
            {
                await TryAsync(kind, $"{path}?{key}=1&{key}=2");
            }

            foreach (var key in Keys.Where((_, at) => (at + turn) % 3 == 0))
            {
                await TryAsync(kind, $"{path}?{key}[]=1&{key}[0].x=2");
            }

            await TryAsync(kind, path + "?q=" + new string('x', 4000));
        }
    }

    private async Task TryAsync(SiteKind kind, string address)
    {
        using var response = await SendAsync(kind, "GET", address);

        if (AsksToSignIn(response) || response.StatusCode == HttpStatusCode.Gone)
        {
            // A link that opens nothing any more says so on a page of its own.
            return;
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests && address.Contains("/sign-in/with/", StringComparison.Ordinal))
        {
            // Who comes back from a provider is counted, as whoever guesses is.
            return;
        }

        if (response is { StatusCode: HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently, Headers.Location.OriginalString: ['/', not '/', ..] to } && !to.Contains('?', StringComparison.Ordinal))
        {
            // Leads on to a page of the site that takes nothing of the address along: the receipt, where there is none to show, or the list of what was asked for without a name.
            return;
        }

        Assert.True(
            response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{address}: {(int)response.StatusCode}");
        Assert.False(response.Headers.Contains("X-Evil"));
        if (response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"onload=\"", text, StringComparison.Ordinal);
        }
        else
        {
            await ExpectErrorAsync(address, response);
        }
    }

    /// <summary>Nobody is signed in here: pages of people who are lead to the sign-in, on this site.</summary>
    private static bool AsksToSignIn(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/fr/sign-in", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(SiteKind kind, string method, string path)
    {
        using var client = shared.Host.Client(RouteTable.HostOf(kind, path));
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd("fr");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The API says what is wrong as problem details, everything else as a page in the language of the address.</summary>
    private static async Task ExpectErrorAsync(string path, HttpResponseMessage response)
    {
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            return;
        }

        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("ltr", page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector(".error-status")?.TextContent);
    }
}
