using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Participation.Subscriptions;

/// <summary>Forgets links that nobody followed in time, who has not said for years that it is to go on, and whose account is no longer.</summary>
internal sealed class SubscriptionsUpkeep(CommuneContext db, IPeople people, IOptions<SubscriptionLimits> limits, TimeProvider time) : ICommuneUpkeep
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.UtcNow();
        var wanted = now.AddDays(-limits.Value.KeptDays);
        await db.Set<SubscriptionRequest>().Where(request => request.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        var accounts = await db.Set<Subscriber>().Where(subscriber => subscriber.Account != null).Select(subscriber => subscriber.Account!.Value).ToListAsync(cancellation);
        var known = await people.NamesAsync(accounts, cancellation);
        var gone = accounts.Where(account => !known.ContainsKey(account)).ToList();
        var forgotten = db.Set<Subscriber>().Where(subscriber =>
            subscriber.WantedAt < wanted || subscriber.Subscriptions.Count == 0 || (subscriber.Account != null && gone.Contains(subscriber.Account.Value)));
        await using var transaction = await db.BeginAsync(cancellation);
        var ids = await forgotten.Select(subscriber => subscriber.Id).ToListAsync(cancellation);
        await db.Set<Subscription>().Where(one => ids.Contains(one.SubscriberId)).ExecuteDeleteAsync(cancellation);
        await db.Set<Subscriber>().Where(subscriber => ids.Contains(subscriber.Id)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
