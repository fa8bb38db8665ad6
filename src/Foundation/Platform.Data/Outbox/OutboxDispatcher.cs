using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.Data.Outbox;

/// <summary>
/// Delivers what the commune of the scope has written to its outbox. Delivered first, marked afterwards: a crash between the two delivers again,
/// which handlers bear.
/// </summary>
public sealed class OutboxDispatcher(CommuneContext db, CurrentCommune commune, IEnumerable<IOutboxHandler> handlers, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <returns>How many messages were delivered.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        var delivered = 0;
        while (true)
        {
            var batch = await db.Set<OutboxMessage>()
                .Where(message => message.DeliveredAt == null)
                .OrderBy(message => message.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return delivered;
            }

            foreach (var handler in handlers)
            {
                var own = batch.Where(message => handler.Receives(message.Kind)).ToList();
                if (own.Count > 0)
                {
                    await handler.HandleAsync(commune.Value, own, cancellation);
                }
            }

            var now = time.UtcNow();
            batch.ForEach(message => message.MarkDelivered(now));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            delivered += batch.Count;
        }
    }
}
