using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;

namespace Platform.Participation.Subscriptions;

/// <summary>What an account is subscribed to, for the person to read; with the account it ends.</summary>
internal sealed class KeptSubscriptions(CommuneContext db, Subscribing subscribing) : IKeptOfAccount
{
    public string Name => "subscriptions";

    public async Task<object?> OfAsync(int account, CancellationToken cancellation) => await subscribing.OfAccountAsync(account, cancellation) is { } subscriber
        ? new
        {
            Language = subscriber.LanguageTag,
            Rhythm = subscriber.Rhythm.ToString(),
            subscriber.ToldUntil,
            subscriber.WantedAt,
            Subjects = subscriber.Subscriptions.Select(one => new { one.Subject, one.Since }),
        }
        : null;

    /// <summary>Nobody is sent news any more.</summary>
    public async Task ForgetAsync(int account, bool erase, CancellationToken cancellation)
    {
        var key = Subscriber.KeyOf(account);
        await db.Set<Subscription>().Where(one => db.Set<Subscriber>().Any(subscriber => subscriber.Id == one.SubscriberId && subscriber.Key == key)).ExecuteDeleteAsync(cancellation);
        await db.Set<Subscriber>().Where(subscriber => subscriber.Key == key).ExecuteDeleteAsync(cancellation);
    }
}
