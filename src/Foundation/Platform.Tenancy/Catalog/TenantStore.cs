using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Kernel.Communes;

namespace Platform.Tenancy.Catalog;

/// <summary>
/// The catalog in memory, read again when it was changed here or is older than <see cref="SiteOptions.CatalogSeconds"/>, so that what another
/// process changed (an operator's command) is seen soon.
/// </summary>
public sealed class TenantStore(IServiceScopeFactory scopes, IOptions<SiteOptions> site, TimeProvider time) : ICommuneCatalog, IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Catalog? catalog;

    /// <summary>Every commune of the catalog, by slug.</summary>
    public async ValueTask<IReadOnlyList<Tenant>> AllAsync(CancellationToken cancellation) => (await CatalogAsync(cancellation)).All;

    public async ValueTask<Tenant?> BySlugAsync(string slug, CancellationToken cancellation) =>
        (await CatalogAsync(cancellation)).BySlug.GetValueOrDefault(slug);

    public async ValueTask<Tenant?> ByExactHostAsync(string host, CancellationToken cancellation) =>
        (await CatalogAsync(cancellation)).ByHost.GetValueOrDefault(host);

    async ValueTask<IReadOnlyList<ListedCommune>> ICommuneCatalog.AllAsync(CancellationToken cancellation) => (await CatalogAsync(cancellation)).Listed;

    /// <summary>
    /// From memory while that is fresh, else this commune's row alone: work that goes through all communes changes the catalog at every step, and must
    /// not read the whole of it each time.
    /// </summary>
    async ValueTask<ListedCommune?> ICommuneCatalog.FindAsync(string code, CancellationToken cancellation)
    {
        if (Fresh is { } known)
        {
            return known.ListedByCode.GetValueOrDefault(code);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
        var record = await db.Set<TenantInfo>().AsNoTracking().Include(tenant => tenant.Memberships)
            .SingleOrDefaultAsync(tenant => tenant.Code == code && tenant.State != CommuneState.Archived, cancellation);
        return record is null ? null : ToListed(ToTenant(record), record);
    }

    /// <summary>Forgets what was read; the next question reads again.</summary>
    public void Forget() => catalog = null;

    public void Dispose() => reading.Dispose();

    private Catalog? Fresh => catalog is { } read && read.ReadAt.AddSeconds(site.Value.CatalogSeconds) > time.GetUtcNow() ? read : null;

    private async ValueTask<Catalog> CatalogAsync(CancellationToken cancellation)
    {
        if (Fresh is { } fresh)
        {
            return fresh;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            if (Fresh is { } already)
            {
                return already;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NationalContext>();
            var records = await db.Set<TenantInfo>().AsNoTracking().Include(tenant => tenant.Memberships).OrderBy(tenant => tenant.Slug).ToListAsync(cancellation);
            return catalog = new(records.ConvertAll(ToTenant), records, time.GetUtcNow());
        }
        finally
        {
            reading.Release();
        }
    }

    private Tenant ToTenant(TenantInfo record) => new(
        new Commune(
            record.Slug, record.Code, record.Name, record.Province, record.Region, record.Population, record.Accent,
            site.Value.AddressOf(record.ExactHosts.FirstOrDefault() ?? $"{record.Slug}.{site.Value.BaseHost}"), record.Demonstration)
        {
            Profile = record.ReadProfile(),
        },
        record.State,
        [.. record.ExactHosts]);

    private static ListedCommune ToListed(Tenant tenant, TenantInfo record) => new(
        tenant.Commune, record.RegionCode, tenant.State == CommuneState.Active, record.Confirmed, record.ConfirmationNote,
        [.. record.Memberships.Select(member => new ProgrammeMembership(member.Programme, member.Cohort, member.From, member.To, member.Confirmed))]);

    private sealed class Catalog(IReadOnlyList<Tenant> all, IReadOnlyList<TenantInfo> records, DateTimeOffset readAt)
    {
        // Jobs ask for communes by code, sites never do.
        private FrozenDictionary<string, ListedCommune>? listedByCode;

        public IReadOnlyList<Tenant> All { get; } = all;

        public DateTimeOffset ReadAt { get; } = readAt;

        public IReadOnlyList<ListedCommune> Listed { get; } =
            [.. all.Zip(records).Where(pair => pair.First.State != CommuneState.Archived).Select(pair => ToListed(pair.First, pair.Second))];

        public FrozenDictionary<string, ListedCommune> ListedByCode =>
            listedByCode ??= Listed.ToFrozenDictionary(listed => listed.Commune.Code, StringComparer.Ordinal);

        public FrozenDictionary<string, Tenant> BySlug { get; } = all.ToFrozenDictionary(tenant => tenant.Commune.Slug, StringComparer.Ordinal);

        // A host that two communes claim is nobody's: one of them would show under the other's name. The rest of the country goes on.
        public FrozenDictionary<string, Tenant> ByHost { get; } = all
            .SelectMany(tenant => tenant.ExactHosts.Distinct(StringComparer.Ordinal).Select(host => (Host: host, Tenant: tenant)))
            .GroupBy(pair => pair.Host, StringComparer.Ordinal)
            .Where(claims => claims.Count() == 1)
            .ToFrozenDictionary(claims => claims.Key, claims => claims.First().Tenant, StringComparer.Ordinal);
    }
}

/// <summary>A commune with what the tenancy room alone knows of it.</summary>
public sealed record Tenant(Commune Commune, CommuneState State, IReadOnlyList<string> ExactHosts);
