using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel.Communes;

namespace Platform.Ui.Sites;

public static class SitesServices
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SiteMatcherPolicy>());
        services.TryAddSingleton<PublicGenerations>();
        return services.AddOutputCache(options =>
        {
            // Routes ignore case but codes do not: an address in capitals must not be answered from the page of the other.
            options.UseCaseSensitivePaths = true;
            options.AddPolicy(PublicCache.Policy, new PublicCache());
        });
    }

    /// <summary>Before routing: the language of the address, and behind it the question which methods an address knows.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use(PageMethods.ReadErrorPage).UseMiddleware<LanguageMiddleware>().UseMiddleware<AllowedMethods>();

    /// <summary>After routing: pages without a language and addresses with a closing slash are redirected, methods that a page does not know refused.</summary>
    public static IApplicationBuilder UsePageRules(this IApplicationBuilder app) =>
        app.Use(AllowedMethods.Answer).UseMiddleware<PageMethods>().UseMiddleware<ClosingSlash>().UseMiddleware<LanguageRedirect>();

    /// <summary>What can be read with GET can be asked about with HEAD (RFC 9110, 9.1).</summary>
    public static RouteGroupBuilder MapReadable(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("");
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
            }
        });
        ((IEndpointConventionBuilder)group).Finally(DescribeCommonAnswers);
        return group;
    }

    /// <summary>What every operation of the API can answer, whatever it does: see <see cref="PublicCache"/> and the resolution of hosts.</summary>
    private static void DescribeCommonAnswers(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } route } || !Api.IsAt(route))
        {
            return;
        }

        Answer(StatusCodes.Status304NotModified, null, "Nothing has changed since the moment that If-Modified-Since names.");
        if (endpoint.Metadata.OfType<SiteAttribute>().LastOrDefault()?.Kind == SiteKind.Commune)
        {
            Answer(StatusCodes.Status410Gone, typeof(ProblemDetails), "The commune has left the platform.");
            Answer(StatusCodes.Status503ServiceUnavailable, typeof(ProblemDetails), "The commune's site is being prepared (Retry-After says how long to wait) or suspended.");
        }

        void Answer(int status, Type? body, string when) => endpoint.Metadata.Add(
            new ProducesResponseTypeMetadata(status, body ?? typeof(void), body is null ? null : ["application/problem+json"]) { Description = when });
    }
}
