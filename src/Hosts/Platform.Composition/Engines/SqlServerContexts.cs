using Microsoft.EntityFrameworkCore;
using Platform.Composition.Modules;
using Platform.Data;

namespace Platform.Composition.Engines;

internal sealed class SqlServerCommuneContext(DbContextOptions<SqlServerCommuneContext> options) : CommuneContext(options)
{
    protected override void MapRooms(ModelBuilder model) => RoomCatalog.MapCommuneRooms(model);
}

internal sealed class SqlServerNationalContext(DbContextOptions<SqlServerNationalContext> options) : NationalContext(options)
{
    protected override void MapRooms(ModelBuilder model) => RoomCatalog.MapNationalRooms(model);
}
