using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.IntegrationTests.Isolation;

/// <summary>Every link that a page of a site offers leads somewhere on that site.</summary>
public sealed class LinkTests(SharedHost shared)
{
    private const int Enough = 400;

    [Theory]
    [InlineData("localhost")]
    [InlineData("demnate.localhost")]
    [InlineData("beni-mellal.localhost")]
    [InlineData("bni-mathar.localhost")]
    [InlineData("larache.localhost")]
    [InlineData("settat.localhost")]
    public async Task No_link_is_broken(string host)
    {
        using var client = shared.Host.Client(host);
        var waiting = new Queue<(string Path, string From)>([("/ar", "home"), ("/fr", "home")]);
        var seen = new HashSet<string>();
        var broken = new List<string>();
        while (waiting.TryDequeue(out var next) && seen.Count < Enough)
        {
            if (!seen.Add(next.Path))
            {
                continue;
            }

            using var answer = await client.GetAsync(new Uri(next.Path, UriKind.Relative), TestContext.Current.CancellationToken);
            // A page links to where it means, not to what leads there; the door of the workspace is where it means.
            var asksToSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal);
            if (answer.StatusCode != HttpStatusCode.OK && !asksToSignIn)
            {
                broken.Add($"{next.Path} answered {(int)answer.StatusCode}, linked from {next.From}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (var link in Links(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), host, next.Path))
                {
                    waiting.Enqueue((link, next.Path));
                }
            }
        }

        Assert.Empty(broken);
        Assert.True(seen.Count > 20, "Hardly any page was reached.");
    }

    private static List<string> Links(string html, string host, string path)
    {
        var root = new Uri($"http://{host}{path}");
        return new HtmlParser().ParseDocument(html).Links.OfType<IHtmlAnchorElement>()
            .Select(anchor => new Uri(root, anchor.GetAttribute("href")!))
            .Where(target => target.Host == host)
            .Select(target => target.PathAndQuery)
            .ToList();
    }
}
