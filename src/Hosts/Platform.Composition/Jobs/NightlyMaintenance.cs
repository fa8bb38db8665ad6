using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;

namespace Platform.Composition.Jobs;

/// <summary>Nightly care of a commune's database: delivered messages and old addresses are forgotten, with what the rooms keep no longer, and the engine does what it is better off doing at night.</summary>
internal sealed class NightlyMaintenance(
    CommuneContext db, IEnumerable<IUpkeep> everywhere, IEnumerable<ICommuneUpkeep> here, IDatabaseEngine engine, IOptions<AuditOptions> audit, TimeProvider time) : ICommuneJob
{
    public static readonly TimeSpan DeliveredKept = TimeSpan.FromDays(90);

    public string Name => JobNames.NightlyMaintenance;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        var old = time.UtcNow() - DeliveredKept;
        await db.Set<OutboxMessage>().Where(message => message.DeliveredAt < old).ExecuteDeleteAsync(cancellation);
        await AuditOrigins.EraseAsync(db, time.UtcNow() - TimeSpan.FromDays(audit.Value.AddressDays), cancellation);
        foreach (var room in everywhere.Concat(here))
        {
            await room.RunAsync(cancellation);
        }

        await engine.MaintainAsync(db, cancellation);
    }
}
