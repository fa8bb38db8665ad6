using Microsoft.EntityFrameworkCore;
using Platform.Composition.Modules;
using Platform.Data;

namespace Platform.Composition.Engines;

internal sealed class SqliteCommuneContext(DbContextOptions<SqliteCommuneContext> options) : CommuneContext(options)
{
    protected override void MapRooms(ModelBuilder model) => RoomCatalog.MapCommuneRooms(model);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.StoreDecimalsAsReal();
    }
}

internal sealed class SqliteNationalContext(DbContextOptions<SqliteNationalContext> options) : NationalContext(options)
{
    protected override void MapRooms(ModelBuilder model) => RoomCatalog.MapNationalRooms(model);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.StoreDecimalsAsReal();
    }
}

file static class SqliteTypes
{
    /// <summary>SQLite has no decimal: as text it would neither sort nor sum. Figures have four decimals at most, which a double holds exactly enough.</summary>
    public static void StoreDecimalsAsReal(this ModelConfigurationBuilder conventions) => conventions.Properties<decimal>().HaveConversion<double>();
}
