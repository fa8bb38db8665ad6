using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Data;
using Platform.Tenancy.Catalog;

namespace Platform.Composition.Operations;

/// <summary>The catalog can be read: without it no host finds its site.</summary>
internal sealed class NationalDatabaseCheck(NationalContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await db.Set<TenantInfo>().AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
