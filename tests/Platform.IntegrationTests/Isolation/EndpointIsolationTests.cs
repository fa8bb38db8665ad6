using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.IntegrationTests.Isolation;

/// <summary>Enumerates what the route table holds, so that a new page or endpoint cannot be forgotten.</summary>
public sealed class EndpointIsolationTests(SharedHost shared)
{
    [Fact]
    public void Every_endpoint_says_on_which_site_it_answers()
    {
        // Pages carry their site on their class, which routing reads when the page is first matched; the architecture tests look at the classes.
        var silent = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<SiteAttribute>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText);

        // The framework adds this one for files that are edited while it runs; as it says nothing, it is served nowhere.
        Assert.Equal(["{**path:file}"], silent);
    }

    [Fact]
    public async Task What_is_a_communes_is_not_found_on_the_national_site() => await ExpectNowhereAsync("localhost", SiteKind.Commune);

    [Fact]
    public async Task What_is_national_is_not_found_on_a_communes_site() => await ExpectNowhereAsync("demnate.localhost", SiteKind.National);

    [Theory]
    [InlineData(SiteKind.Commune)]
    [InlineData(SiteKind.National)]
    public async Task Nothing_is_found_on_an_unknown_host(SiteKind kind) => await ExpectNowhereAsync("unknown.localhost", kind);

    [Fact]
    public async Task Both_sites_have_endpoints_to_guard()
    {
        Assert.NotEmpty(await PathsAsync(SiteKind.Commune));
        Assert.NotEmpty(await PathsAsync(SiteKind.National));
    }

    private async Task ExpectNowhereAsync(string host, SiteKind kind)
    {
        using var client = shared.Host.Client(host);
        var answered = new List<string>();
        var both = (await PathsAsync(kind)).Intersect(await PathsAsync(kind == SiteKind.Commune ? SiteKind.National : SiteKind.Commune)).ToHashSet();
        foreach (var path in await PathsAsync(kind))
        {
            // An address that both sites have (home, API of indicators) answers with the site's own content; that is another test's matter.
            if (both.Contains(path) && !host.StartsWith("unknown", StringComparison.Ordinal))
            {
                continue;
            }

            var status = await client.StatusAsync(path);
            if (status != HttpStatusCode.NotFound)
            {
                answered.Add($"{path} answered {(int)status} on {host}");
            }
        }

        Assert.Empty(answered);
    }

    private Task<IReadOnlyList<string>> PathsAsync(SiteKind kind) => RouteTable.PathsAsync(shared.Host.Services, kind);

    private IEnumerable<RouteEndpoint> Endpoints() =>
        shared.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
