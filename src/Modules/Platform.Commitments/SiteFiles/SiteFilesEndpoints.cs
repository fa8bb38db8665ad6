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

    private static async Task<Results<PushStreamHttpResult, RedirectHttpResult, NotFound>> FeedAsync(
        HttpContext context, string? about, CurrentCommune commune, News news, IEnumerable<INewsSource> rooms, IStringLocalizer<HomeTexts> texts, TimeProvider time, CancellationToken cancellation)
    {
        var language = Languages.Current;
        if (!context.Request.PathBase.HasValue)
        {
            return TypedResults.Redirect($"/{language.Tag}/feed.atom{context.Request.QueryString}");
        }

        if (about is not null)
        {
            return await FeedOfAsync(about, commune.Value, rooms, time.UtcNow(), cancellation) is { } feed ? feed : TypedResults.NotFound();
        }

        var changes = await news.LatestAsync(LongestFeed, LongestFeed, cancellation);
        var title = texts["FeedTitle", commune.Value.Name.In(language)].Value;
        var now = time.UtcNow();
        return TypedResults.Stream(
            stream => AtomFeed.WriteAsync(stream, commune.Value, language, title, changes, now), "application/atom+xml; charset=utf-8");
    }

    /// <summary>The news of one thing: what those are sent by mail who asked for it, for who would rather fetch it.</summary>
    private static async Task<PushStreamHttpResult?> FeedOfAsync(string about, Commune commune, IEnumerable<INewsSource> rooms, DateTime now, CancellationToken cancellation)
    {
        var room = rooms.FirstOrDefault(room => room.Kind == NewsKeys.KindOf(about) && commune.Profile.Has(room.Feature));
        if (room is null || await room.SubjectsAsync([about], cancellation) is not [var subject, ..])
        {
            return null;
        }

        var language = Languages.Current;
        var changes = (await room.NewsAsync([about], now.AddYears(-1), now, cancellation))
            .OrderByDescending(item => item.At).Take(LongestFeed)
            .Select(item => new Change(item.Id, item.At, item.What.In(language), subject.Title, item.Link)).ToList();
        return TypedResults.Stream(
            stream => AtomFeed.WriteAsync(stream, commune, language, subject.Title.In(language), changes, now, $"/feed.atom?about={Uri.EscapeDataString(about)}", subject.Link),
            "application/atom+xml; charset=utf-8");
    }

    private static string RootOf(CurrentSite site, CurrentCommune commune) => commune.IsKnown(out var known) ? known.Address : site.NationalAddress;
}
