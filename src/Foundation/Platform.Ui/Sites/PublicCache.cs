using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Platform.Kernel.Communes;

namespace Platform.Ui.Sites;

/// <summary>
/// Caches public answers per site, host, language, query and encoding, compressed as they leave. Every entry carries the tag of its commune, so that a change in one commune empties
/// that commune's pages and no other's. No site, no caching.
/// </summary>
public sealed class PublicCache : IOutputCachePolicy
{
    public const string Policy = "Public";
    public const string NationalTag = "national";

    /// <summary>How long another process's change can stay unseen; a change made by this process evicts at once.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static string TagOf(string slug) => "commune:" + slug;

    /// <returns>The tag of the site of this request; none where it has no site.</returns>
    public static string? TagOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentSite>().Kind switch
    {
        SiteKind.National => NationalTag,
        SiteKind.Commune => TagOf(context.RequestServices.GetRequiredService<CurrentCommune>().Value.Slug),
        _ => null,
    };

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var services = context.HttpContext.RequestServices;
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var tag = TagOf(context.HttpContext);
        // What a page costs is decided here: a visitor who wants it only from the cache (504) or never from it is not obeyed.
        request.Headers.CacheControl = default;
        context.EnableOutputCaching = cacheable && tag is not null;
        context.AllowCacheLookup = context.EnableOutputCaching;
        context.AllowCacheStorage = context.EnableOutputCaching;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = "*";

        // The cache takes the values of a key for a set; a page may mean the first of them.
        if (request.Query.Any(pair => pair.Value.Count > 1))
        {
            context.CacheVaryByRules.VaryByValues["order"] = request.QueryString.Value!;
        }

        context.ResponseExpirationTimeSpan = Longest;

        // The encoding that was agreed on, not the header: what browsers send differs without end and means the same three.
        context.CacheVaryByRules.VaryByValues["encoding"] =
            services.GetService<IResponseCompressionProvider>()?.GetCompressionProvider(context.HttpContext)?.EncodingName ?? "identity";
        if (tag is not null)
        {
            context.HttpContext.Features.Set(new Begun(tag, services.GetRequiredService<PublicGenerations>().Of(tag)));
            context.Tags.Add(tag);
            context.CacheVaryByRules.VaryByValues["site"] = tag;

            // Where the address names no language, the browser chose it: what one visitor got is not another's.
            context.CacheVaryByRules.VaryByValues["language"] = Languages.Current.Tag;
            if (context.HttpContext.Features.Get<LanguageFeature>() is { InPath: false })
            {
                context.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || IsOvertaken(context.HttpContext))
        {
            context.AllowCacheStorage = false;
        }
        else if (context.AllowCacheStorage && context.HttpContext.Features.Get<LanguageFeature>() is { InPath: true })
        {
            context.HttpContext.Features.Set(FreshPublicAnswer.Instance);
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsOvertaken(HttpContext context) => context.Features.Get<Begun>() is { } begun
        && context.RequestServices.GetRequiredService<PublicGenerations>().Of(begun.Tag) != begun.Generation;

    /// <summary>Before the page reads anything: a change from now on makes it stale.</summary>
    private sealed record Begun(string Tag, int Generation);
}

/// <summary>Set on a request whose answer was made now and is the same for everybody who asks for this address: its language stands in it.</summary>
public sealed class FreshPublicAnswer
{
    private FreshPublicAnswer()
    {
    }

    internal static FreshPublicAnswer Instance { get; } = new();
}
