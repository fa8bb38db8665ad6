using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Platform.Composition.Engines;

// `dotnet ef` makes migrations with these; the connection strings are never opened.
internal sealed class DesignTimeSqliteCommune : IDesignTimeDbContextFactory<SqliteCommuneContext>
{
    public SqliteCommuneContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCommuneContext>().UseSqlite("Data Source=design-time").Options);
}

internal sealed class DesignTimeSqliteNational : IDesignTimeDbContextFactory<SqliteNationalContext>
{
    public SqliteNationalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNationalContext>().UseSqlite("Data Source=design-time").Options);
}

internal sealed class DesignTimeSqlServerCommune : IDesignTimeDbContextFactory<SqlServerCommuneContext>
{
    public SqlServerCommuneContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerCommuneContext>().UseSqlServer("Server=design-time").Options);
}

internal sealed class DesignTimeSqlServerNational : IDesignTimeDbContextFactory<SqlServerNationalContext>
{
    public SqlServerNationalContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerNationalContext>().UseSqlServer("Server=design-time").Options);
}
