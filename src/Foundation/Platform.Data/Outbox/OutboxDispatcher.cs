using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.Data.Outbox;

/// <summary>
/// Delivers what the commune of the scope has written to its outbox, to each handler its own kinds. Delivered first, marked afterwards: a crash between the
/// two delivers again, which handlers bear. What one handler cannot take stays, and holds no other up; what no handler takes is not touched (mails have a
/// carrier of their own, which takes them one by one).
/// </summary>
public sealed class OutboxDispatcher(CommuneContext db, CurrentCommune commune, IEnumerable<IOutboxHandler> handlers, TimeProvider time)
{
    private const int BatchSize = 500;

    /// <returns>How many messages were delivered.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        var delivered = 0;
        Exception? first = null;
        foreach (var handler in handlers)
        {
            try
            {
                delivered += await DispatchAsync(handler, cancellation);
            }
#pragma warning disable CA1031 // The others go on; the first failure is thrown when they are through.
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                first ??= error;
                db.ChangeTracker.Clear();
            }
#pragma warning restore CA1031
        }

        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return delivered;
    }

    private async Task<int> DispatchAsync(IOutboxHandler handler, CancellationToken cancellation)
    {
        var delivered = 0;
        var kinds = handler.Kinds.ToList();
        while (true)
        {
            var batch = await db.Set<OutboxMessage>()
                .Where(message => message.DeliveredAt == null && kinds.Contains(message.Kind))
                .OrderBy(message => message.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return delivered;
            }

            await handler.HandleAsync(commune.Value, batch, cancellation);
            var now = time.UtcNow();
            batch.ForEach(message => message.MarkDelivered(now));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            delivered += batch.Count;
        }
    }
}
