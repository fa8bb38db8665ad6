using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Data;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Operations;

/// <summary>
/// The databases of open communes can be reached: all of them where they are few, else another handful each time, so that every one has its turn and
/// asking stays cheap. One that is lost makes the answer "degraded", because the other communes are still served; only when all are lost is it "unhealthy".
/// </summary>
internal sealed class CommuneDatabasesCheck(CommuneJobs jobs, CommuneScopes scopes, CommuneDatabasesCheck.Turn turn) : IHealthCheck
{
    private const int AtMost = 25;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var open = await jobs.CommunesAsync(cancellationToken);
        var asked = Math.Min(open.Count, AtMost);
        var from = turn.Take(asked);
        var lost = new List<string>();
        for (var i = 0; i < asked; i++)
        {
            var commune = open[(from + i) % open.Count];
            await using var scope = scopes.Create(commune);
            if (!await scope.ServiceProvider.GetRequiredService<CommuneContext>().Database.CanConnectAsync(cancellationToken))
            {
                lost.Add(commune.Slug);
            }
        }

        return lost.Count == 0 ? HealthCheckResult.Healthy()
            : lost.Count == asked ? HealthCheckResult.Unhealthy("No database answers.")
            : HealthCheckResult.Degraded($"Not reachable: {string.Join(", ", lost)}");
    }

    /// <summary>Where the next check goes on.</summary>
    internal sealed class Turn
    {
        private uint next;

        public int Take(int count) => (int)((Interlocked.Add(ref next, (uint)count) - (uint)count) & int.MaxValue);
    }
}
