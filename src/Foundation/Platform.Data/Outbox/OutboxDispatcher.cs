using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;

namespace Platform.Data.Outbox;

/// <summary>
/// Delivers what the commune of the scope has written to its outbox, to each handler its own kinds. Delivered first, marked afterwards: a crash between the
/// two delivers again, which handlers bear. What one handler cannot take stays, and holds no other up; what no handler takes is not touched (mails have a
/// carrier of their own, which takes them one by one).
/// </summary>
public sealed partial class OutboxDispatcher(
    CommuneContext db, CurrentCommune commune, IEnumerable<IOutboxHandler> handlers, TimeProvider time, ILogger<OutboxDispatcher> log)
{
    private const int BatchSize = 500;

    /// <summary>Delivers now what people wait for, after it was saved. What cannot be delivered stays for the next intake: what was saved holds.</summary>
    public async Task TryDispatchAsync(CancellationToken cancellation)
    {
#pragma warning disable CA1031 // Whatever hinders the delivery, the person's own act is done.
        try
        {
            await DispatchAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogWaiting(error);
        }
#pragma warning restore CA1031
    }

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of the outbox wait for the next intake")]
    private partial void LogWaiting(Exception error);
}
