using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Administration;

/// <summary>Asks each commune's own database, several at once; what one page shows is asked, never all of the country for one page.</summary>
internal sealed class FocalPoints(TenantStore store, ForEachCommune forEach) : IFocalPoints
{
    private static readonly FanOutLimits Limits = FanOutLimits.Default with { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Member>>> OfAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        var wanted = slugs.ToHashSet(StringComparer.Ordinal);
        var communes = (await store.AllAsync(cancellation))
            .Where(tenant => tenant.State is CommuneState.Active or CommuneState.Suspended && wanted.Contains(tenant.Commune.Slug))
            .Select(tenant => tenant.Commune);
        var found = new ConcurrentDictionary<string, IReadOnlyList<Member>>(StringComparer.Ordinal);
        await forEach.RunAsync(
            "focal-points",
            communes,
            async (services, stop) => found[services.GetRequiredService<CurrentCommune>().Value.Slug] =
                await services.GetRequiredService<IPeople>().MembersAsync([Role.FocalPoint], stop),
            Limits,
            null,
            cancellation);
        return found;
    }
}
