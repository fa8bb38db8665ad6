using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Time;

namespace Platform.Composition.Mailing;

/// <summary>How an outbox stands.</summary>
/// <param name="NextDue">When the next mail may be tried.</param>
internal sealed record MailStanding(int Waiting, int Failed, DateTime? OldestWaiting, DateTime? NextDue);

/// <summary>
/// Delivers the mails of one database, one by one: leased, carried, marked. A mail that fails is put off, longer each time, and given up after the last
/// attempt; it never holds another one up. Two instances never send the same mail; one that dies after the server took a mail and before it was marked
/// makes it come twice, once, under the same Message-ID.
/// </summary>
internal sealed partial class MailDelivery(MailCarrier carrier, IOptions<MailOptions> options, TimeProvider time, ILogger<MailDelivery> log)
{
    private const int BatchSize = 50;

    private readonly MailOptions options = options.Value;

    public async Task<MailStanding> DeliverAsync(DbContext db, CancellationToken cancellation)
    {
        var standing = await StandingAsync(db, cancellation);
        if (carrier.Rests || standing.NextDue is not { } due || due > time.UtcNow())
        {
            return standing;
        }

        while (!carrier.Rests && await NextAsync(db, cancellation) is { Count: > 0 } ids)
        {
            foreach (var id in ids.TakeWhile(_ => !carrier.Rests))
            {
                await DeliverOneAsync(db, id, cancellation);
            }
        }

        await carrier.HangUpAsync();
        return await StandingAsync(db, cancellation);
    }

    private async Task DeliverOneAsync(DbContext db, long id, CancellationToken cancellation)
    {
        var lease = Guid.NewGuid().ToString("N");
        if (!await LeaseAsync(db, id, lease, cancellation))
        {
            return;
        }

        var mine = db.Set<OutboxMessage>().Where(message => message.Id == id && message.Lease == lease && message.DeliveredAt == null);
        var message = await mine.AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (message is null)
        {
            return;
        }

        if (message.Attempts > options.MaximumAttempts)
        {
            // Its last attempt never came back: that process died with it.
            await GiveUpAsync(mine, "broken");
            return;
        }

        if (await CarryAsync(message, cancellation) is not { } problem)
        {
            await MarkDeliveredAsync(mine);
        }
        else if (problem.ForGood || message.Attempts >= options.MaximumAttempts)
        {
            await GiveUpAsync(mine, problem.Code);
            LogGivenUp(id, message.Attempts, problem.Code);
        }
        else
        {
            await PutOffAsync(mine, problem.Code, message.Attempts);
            LogPutOff(id, message.Attempts, problem.Code);
        }
    }

    private async Task<MailProblem?> CarryAsync(OutboxMessage message, CancellationToken cancellation)
    {
        OutgoingMail mail;
        try
        {
            mail = message.Read<OutgoingMail>();
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException)
        {
            return MailProblem.Of(error);
        }

        return await carrier.CarryAsync(mail, cancellation);
    }

    private IQueryable<OutboxMessage> Due(DbContext db)
    {
        var now = time.UtcNow();
        return db.Set<OutboxMessage>().Where(message =>
            message.DeliveredAt == null && message.Kind == OutgoingMail.Kind && message.FailedAt == null && message.DueAt <= now
            && (message.LeasedUntil == null || message.LeasedUntil <= now));
    }

    private Task<List<long>> NextAsync(DbContext db, CancellationToken cancellation) =>
        Due(db).OrderBy(message => message.Id).Select(message => message.Id).Take(BatchSize).ToListAsync(cancellation);

    private async Task<bool> LeaseAsync(DbContext db, long id, string lease, CancellationToken cancellation)
    {
        var until = time.UtcNow() + options.Lease;
        return await Due(db).Where(message => message.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.Lease, lease)
                .SetProperty(message => message.LeasedUntil, until)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1),
            cancellation) == 1;
    }

    // What was carried is marked even where the process is asked to stop meanwhile: otherwise it would come twice.
    private Task<int> MarkDeliveredAsync(IQueryable<OutboxMessage> mine)
    {
        var now = time.UtcNow();
        return mine.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.DeliveredAt, now)
                .SetProperty(message => message.Payload, "{}")
                .SetProperty(message => message.Problem, (string?)null)
                .SetProperty(message => message.Lease, (string?)null)
                .SetProperty(message => message.LeasedUntil, (DateTime?)null),
            CancellationToken.None);
    }

    private Task<int> PutOffAsync(IQueryable<OutboxMessage> mine, string problem, int attempts)
    {
        var due = time.UtcNow() + options.DelayAfter(attempts);
        return mine.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.DueAt, due)
                .SetProperty(message => message.Problem, problem)
                .SetProperty(message => message.Lease, (string?)null)
                .SetProperty(message => message.LeasedUntil, (DateTime?)null),
            CancellationToken.None);
    }

    private Task<int> GiveUpAsync(IQueryable<OutboxMessage> mine, string problem)
    {
        var now = time.UtcNow();
        return mine.ExecuteUpdateAsync(
            set => set
                .SetProperty(message => message.FailedAt, now)
                .SetProperty(message => message.Problem, problem)
                .SetProperty(message => message.Lease, (string?)null)
                .SetProperty(message => message.LeasedUntil, (DateTime?)null),
            CancellationToken.None);
    }

    private static async Task<MailStanding> StandingAsync(DbContext db, CancellationToken cancellation)
    {
        var groups = await db.Set<OutboxMessage>()
            .Where(message => message.DeliveredAt == null && message.Kind == OutgoingMail.Kind)
            .GroupBy(message => message.FailedAt != null)
            .Select(group => new { Failed = group.Key, Count = group.Count(), Oldest = group.Min(message => message.WrittenAt), Due = group.Min(message => message.DueAt) })
            .ToListAsync(cancellation);
        var waiting = groups.SingleOrDefault(group => !group.Failed);
        return new(waiting?.Count ?? 0, groups.SingleOrDefault(group => group.Failed)?.Count ?? 0, waiting?.Oldest, waiting?.Due);
    }

    // Neither address nor text: the number leads to the mail for those who may see it.
    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} could not be sent at attempt {Attempt}: {Problem}; it is tried again")]
    private partial void LogPutOff(long id, int attempt, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was given up after attempt {Attempt}: {Problem}")]
    private partial void LogGivenUp(long id, int attempt, string problem);
}
