using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.IntegrationTests.Isolation;

/// <summary>Every address that can be read on a site, from the route table, with things that exist in place of its parameters.</summary>
internal static partial class RouteTable
{
    private static readonly Dictionary<string, string> Existing = new(StringComparer.Ordinal)
    {
        ["slug"] = "demnate",
        ["reference"] = "1.1",
        ["number"] = "1",
        ["code"] = "charter-in-force",
    };

    /// <summary>Hosts of the shared host, by site: Demnate has a charter and a plan, Larache an openness programme.</summary>
    public static string HostOf(SiteKind kind, string path) =>
        kind == SiteKind.National ? "localhost" : path.Contains("openness", StringComparison.Ordinal) ? "larache.localhost" : "demnate.localhost";

    public static async Task<IReadOnlyList<string>> PathsAsync(IServiceProvider services, SiteKind kind)
    {
        var paths = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var site = endpoint.Metadata.GetMetadata<SiteAttribute>() ?? await SiteOfPageAsync(services, endpoint);
            var readable = endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains("GET");
            if (readable && site is { Anywhere: false } && (site.EverySite || site.Kind == kind))
            {
                var path = "/" + Filled(endpoint.RoutePattern.RawText!.TrimStart('/')).TrimEnd('/');
                paths.Add(path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/openapi", StringComparison.Ordinal) ? path : "/fr" + path);
            }
        }

        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A route with things that exist in place of its parameters.</summary>
    public static string Filled(string route) => Parameter().Replace(route, found => Existing.GetValueOrDefault(found.Groups[1].Value, "1"));

    public static async Task<SiteAttribute?> SiteOfPageAsync(IServiceProvider services, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return null;
        }

        var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.Endpoint!.Metadata.GetMetadata<SiteAttribute>();
    }

    [GeneratedRegex(@"\{([a-z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
