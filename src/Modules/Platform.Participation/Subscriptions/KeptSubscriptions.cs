using Platform.Kernel.People;

namespace Platform.Participation.Subscriptions;

/// <summary>What an account is subscribed to, for the person to read.</summary>
internal sealed class KeptSubscriptions(Subscribing subscribing) : IKeptOfAccount
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
}
