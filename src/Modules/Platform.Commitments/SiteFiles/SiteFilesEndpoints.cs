using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Home;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.SiteFiles;

/// <summary>What machines read of a site: <c>/sitemap.xml</c>, <c>/robots.txt</c>, and a commune's Atom feed.</summary>
internal static class SiteFilesEndpoints
{
    private const int LongestFeed = 50;

    public static IEndpointRouteBuilder MapSiteFiles(this IEndpointRouteBuilder endpoints)
    {
        // The same addresses on both kinds of site: the site of the request decides which endpoint answers.
        foreach (var kind in new[] { SiteKind.Commune, SiteKind.National })
        {
            Map("/sitemap.xml", SitemapAsync, kind);
            Map("/robots.txt", Robots, kind);
        }

        Map("/feed.atom", FeedAsync, SiteKind.Commune);
        return endpoints;

        void Map(string path, Delegate handler, SiteKind kind) => endpoints
            .MapGet(path, handler)
            .WithMetadata(new SiteAttribute(kind))
            .ExcludeFromDescription()
            .CacheOutput(PublicCache.Policy);
    }

    private static async Task<PushStreamHttpResult> SitemapAsync(
        HttpContext context, CurrentSite site, CurrentCommune commune, IEnumerable<INavigation> navigations, CancellationToken cancellation)
    {
        var pages = new List<SitemapPage>();
        foreach (var source in context.RequestServices.GetKeyedServices<ISitemapSource>(site.Kind).Where(source => IsOn(source.Feature)))
        {
            pages.AddRange(await source.PagesAsync(cancellation));
        }

        var menu = navigations.SelectMany(navigation => navigation.Entries)
            .Where(entry => entry.Site == site.Kind && IsOn(entry.Feature))
            .OrderBy(entry => entry.Order)
            .Select(entry => new SitemapPage(entry.Path))
            .Prepend(new SitemapPage("/"));
        var all = menu.Concat(pages).DistinctBy(page => page.Path, StringComparer.Ordinal).ToList();
        return TypedResults.Stream(stream => SiteMap.WriteAsync(stream, RootOf(site, commune), all), "application/xml; charset=utf-8");

        bool IsOn(Feature? feature) => feature is not { } asked || !commune.IsKnown(out var known) || known.Profile.Has(asked);
    }

    private static ContentHttpResult Robots(CurrentSite site, CurrentCommune commune) => TypedResults.Text(
        $"""
         User-agent: *
         Disallow: /workspace
         Disallow: /ar/workspace
         Disallow: /fr/workspace

         Sitemap: {RootOf(site, commune)}/sitemap.xml

         """,
        "text/plain; charset=utf-8");

    private static async Task<Results<PushStreamHttpResult, RedirectHttpResult>> FeedAsync(
        HttpContext context, CurrentCommune commune, News news, IStringLocalizer<HomeTexts> texts, TimeProvider time, CancellationToken cancellation)
    {
        var language = Languages.Current;
        if (!context.Request.PathBase.HasValue)
        {
            return TypedResults.Redirect($"/{language.Tag}/feed.atom");
        }

        var changes = await news.LatestAsync(LongestFeed, LongestFeed, cancellation);
        var title = texts["FeedTitle", commune.Value.Name.In(language)].Value;
        var now = time.UtcNow();
        return TypedResults.Stream(
            stream => AtomFeed.WriteAsync(stream, commune.Value, language, title, changes, now), "application/atom+xml; charset=utf-8");
    }

    private static string RootOf(CurrentSite site, CurrentCommune commune) => commune.IsKnown(out var known) ? known.Address : site.NationalAddress;
}
