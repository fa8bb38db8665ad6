using Microsoft.EntityFrameworkCore;

namespace Platform.Tenancy.Connections;

/// <summary>What differs between SQLite and SQL Server. One implementation per engine, in the composition room.</summary>
public interface IDatabaseEngine
{
    /// <summary>Creates the database behind the context where there is none and brings its schema up to date. Doing it again changes nothing.</summary>
    /// <returns>The last migration that it has now.</returns>
    Task<string> MigrateAsync(DbContext context, CancellationToken cancellation);

    /// <summary>Does what the engine is better off doing at night, while the database is in use.</summary>
    Task MaintainAsync(DbContext context, CancellationToken cancellation);
}
