using Microsoft.Extensions.Options;
using Platform.Tenancy.Catalog;

namespace Platform.Tenancy.Resolution;

/// <summary>What a host stands for.</summary>
public abstract record ResolvedHost
{
    /// <summary>No site: the answer is 404, never a default commune.</summary>
    public sealed record Unknown : ResolvedHost;

    public sealed record National : ResolvedHost;

    public sealed record OfCommune(Tenant Tenant) : ResolvedHost;
}

/// <summary>Finds the site of a host: exact host first, then the base host, then <c>{slug}.{base}</c>.</summary>
public sealed class TenantResolver(TenantStore store, IOptions<SiteOptions> site)
{
    private static readonly ResolvedHost Unknown = new ResolvedHost.Unknown();
    private static readonly ResolvedHost National = new ResolvedHost.National();

    private readonly string baseHost = site.Value.BaseHost.ToLowerInvariant();
    private readonly string suffix = "." + site.Value.BaseHost.ToLowerInvariant();

    /// <param name="host">Without port, as the request gave it.</param>
    public async ValueTask<ResolvedHost> ResolveAsync(string host, CancellationToken cancellation)
    {
        host = host.ToLowerInvariant();
        if (await store.ByExactHostAsync(host, cancellation) is { } exact)
        {
            return new ResolvedHost.OfCommune(exact);
        }

        if (host == baseHost)
        {
            return National;
        }

        return host.EndsWith(suffix, StringComparison.Ordinal)
            && await store.BySlugAsync(host[..^suffix.Length], cancellation) is { } tenant
                ? new ResolvedHost.OfCommune(tenant)
                : Unknown;
    }
}
