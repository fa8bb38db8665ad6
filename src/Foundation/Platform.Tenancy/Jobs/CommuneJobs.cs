using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>The jobs that rooms offer. They live in a commune's scope, so what they say of themselves is asked in the first open commune's.</summary>
public sealed class CommuneJobs(CommuneScopes scopes, TenantStore store)
{
    /// <summary>Communes that jobs run for.</summary>
    public async Task<IReadOnlyList<Commune>> CommunesAsync(CancellationToken cancellation) =>
        [.. (await store.AllAsync(cancellation)).Where(tenant => tenant.State == CommuneState.Active).Select(tenant => tenant.Commune)];

    /// <summary>Names of the jobs, none while no commune is open.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<string>>(jobs => [.. jobs.Select(job => job.Name).Order(StringComparer.Ordinal)], [], cancellation);

    /// <returns>What the job covers when it fires on this day; null where there is no such job or no open commune.</returns>
    public Task<string?> KeyForAsync(string job, DateOnly today, CancellationToken cancellation) =>
        AskAsync(jobs => jobs.FirstOrDefault(candidate => candidate.Name == job)?.KeyFor(today), null, cancellation);

    private async Task<T> AskAsync<T>(Func<IEnumerable<ICommuneJob>, T> question, T otherwise, CancellationToken cancellation)
    {
        if ((await CommunesAsync(cancellation)) is not [var first, ..])
        {
            return otherwise;
        }

        await using var scope = scopes.Create(first);
        return question(scope.ServiceProvider.GetKeyedServices<ICommuneJob>(KeyedService.AnyKey));
    }
}
