using Microsoft.EntityFrameworkCore;
using Platform.Tenancy.Connections;

namespace Platform.Composition.Engines;

/// <summary>A database per commune on one server or in one elastic pool; migrations create it where it is missing.</summary>
internal sealed class SqlServerEngine : IDatabaseEngine
{
    public async Task<string> MigrateAsync(DbContext context, CancellationToken cancellation)
    {
        await context.Database.MigrateAsync(cancellation);
        return (await context.Database.GetAppliedMigrationsAsync(cancellation)).Last();
    }

    /// <summary>The server keeps its statistics and its log by itself.</summary>
    public Task MaintainAsync(DbContext context, CancellationToken cancellation) => Task.CompletedTask;
}
