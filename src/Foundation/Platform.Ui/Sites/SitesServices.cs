using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Platform.Ui.Sites;

public static class SitesServices
{
    public static IServiceCollection AddSites(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, SiteMatcherPolicy>());
        return services.AddOutputCache(options => options.AddPolicy(PublicCache.Policy, new PublicCache()));
    }

    /// <summary>Before routing: the language of the address.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseMiddleware<LanguageMiddleware>();

    /// <summary>After routing: pages without a language are redirected.</summary>
    public static IApplicationBuilder UseLanguageRedirect(this IApplicationBuilder app) => app.UseMiddleware<LanguageRedirect>();
}
