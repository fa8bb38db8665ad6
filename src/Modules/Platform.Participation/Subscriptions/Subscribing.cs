using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Participation.Contributions;

namespace Platform.Participation.Subscriptions;

/// <summary>Begins, changes and ends subscriptions. A mail address is subscribed to nothing before its owner has followed a link that was sent there.</summary>
internal sealed class Subscribing(CommuneContext db, Mails mails, CurrentCommune commune, IPeople people, SubscriptionGate gate, TimeProvider time)
{
    /// <summary>Sends the link that confirms. Whether the address is subscribed already, nobody learns: the same happens.</summary>
    public async Task AskAsync(string mail, NewsSubject subject, Rhythm rhythm, Language language, CancellationToken cancellation)
    {
        if (!gate.MayBeMailed($"{commune.Value.Slug} {Subscriber.KeyOf(mail)}"))
        {
            return;
        }

        var token = Tracking.NewTicket();
        db.Add(SubscriptionRequest.Of(Tracking.DigestOfTicket(token), mail, language, subject.Key, rhythm, time.UtcNow()));
        mails.Send(mail, language, MailText.Of<SubscriptionsTexts>("Confirmation", subject.Title, commune.Value.Name, SubscriptionRequest.Valid.Days)
            .Leading($"{commune.Value.Address}/{language.Tag}/subscriptions/confirm/{token}"));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Sends the link of the mails again to an address that is subscribed here, and to another that it is not. One is asked, written and mailed as the other: neither the
    /// answer nor how long it takes tells whether somebody follows anything, and who mistook the address learns it in the mailbox.
    /// </summary>
    public async Task RemindAsync(string mail, Language language, CancellationToken cancellation)
    {
        var key = Subscriber.KeyOf(mail);
        if (!gate.MayBeMailed($"{commune.Value.Slug} {key}"))
        {
            return;
        }

        var root = $"{commune.Value.Address}/{language.Tag}/subscriptions";
        var known = await db.Set<Subscriber>().Where(subscriber => subscriber.Key == key).Select(subscriber => new { subscriber.Mail, subscriber.Secret })
            .FirstOrDefaultAsync(cancellation);
        if (known is { Mail: { } address, Secret: var secret })
        {
            // To the address as its owner confirmed it, whatever was typed now.
            mails.Send(address, language, MailText.Of<SubscriptionsTexts>("LostLink", commune.Value.Name).Leading($"{root}/{secret}").StoppedAt($"{root}/{secret}"));
        }
        else
        {
            mails.Send(mail, language, MailText.Of<SubscriptionsTexts>("LostNone", commune.Value.Name).Leading(root));
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <returns>None where there is no such link on this site, or its time is over.</returns>
    public async Task<SubscriptionRequest?> RequestAsync(string token, CancellationToken cancellation)
    {
        if (!Tracking.IsTicket(token))
        {
            return null;
        }

        var (digest, now) = (Tracking.DigestOfTicket(token), time.UtcNow());
        return await db.Set<SubscriptionRequest>().FirstOrDefaultAsync(request => request.Digest == digest && request.ExpiresAt > now, cancellation);
    }

    /// <returns>Whose subscriptions these are; none where they were ended since.</returns>
    public async Task<Subscriber?> ConfirmAsync(SubscriptionRequest request, CancellationToken cancellation)
    {
        if (request.ConfirmedAt is null)
        {
            var now = time.UtcNow();
            request.Confirm(now);
            await SaveAsync(request.Key, () => Subscriber.OfMail(request.Mail, request.Language, request.Rhythm, now), request.Subject, request.Rhythm, request.Language, cancellation);
        }

        return await ByKeyAsync(request.Key, cancellation);
    }

    /// <summary>An account's address is proved already.</summary>
    public async Task SubscribeAsync(int account, string subject, Rhythm rhythm, Language language, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        if (await people.WithAccountsAsync([account], cancellation) is not [var person, ..])
        {
            return;
        }

        if (await ByKeyAsync(Subscriber.KeyOf(account), cancellation) is null && await ByKeyAsync(Subscriber.KeyOf(person.Mail), cancellation) is { } byMail)
        {
            // One person, one mail: what the address was subscribed to goes on under the account.
            byMail.BecomeOf(account);
            await db.SaveChangesAsync(cancellation);
        }

        await SaveAsync(Subscriber.KeyOf(account), () => Subscriber.OfAccount(account, language, rhythm, now), subject, rhythm, language, cancellation);
    }

    public Task<Subscriber?> OfAccountAsync(int account, CancellationToken cancellation) => ByKeyAsync(Subscriber.KeyOf(account), cancellation);

    public async Task<Subscriber?> BySecretAsync(string secret, CancellationToken cancellation) => Tracking.IsTicket(secret)
        ? await Whole().FirstOrDefaultAsync(subscriber => subscriber.Secret == secret, cancellation)
        : null;

    public async Task ChooseAsync(Subscriber subscriber, Rhythm rhythm, Language language, CancellationToken cancellation)
    {
        subscriber.Choose(rhythm, language, time.UtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Ends one subscription; with the last one all that was kept of the person is deleted.</summary>
    public async Task StopAsync(Subscriber subscriber, string subject, CancellationToken cancellation)
    {
        if (subscriber.Subscriptions.TrueForAll(one => one.Subject == subject))
        {
            await StopAllAsync(subscriber, cancellation);
            return;
        }

        await db.Set<Subscription>().Where(one => one.SubscriberId == subscriber.Id && one.Subject == subject).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends all and deletes what was kept: address, choices, links that were never followed.</summary>
    public async Task StopAllAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var (id, key) = (subscriber.Id, subscriber.Key);
        await using var transaction = await db.BeginAsync(cancellation);
        await db.Set<Subscription>().Where(one => one.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<Subscriber>().Where(one => one.Id == id).ExecuteDeleteAsync(cancellation);
        await db.Set<SubscriptionRequest>().Where(one => one.Key == key).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Of two clicks at once the second finds what the first has made.</summary>
    private async Task SaveAsync(string key, Func<Subscriber> make, string subject, Rhythm rhythm, Language language, CancellationToken cancellation)
    {
        for (var left = 2; ; left--)
        {
            var subscriber = await ByKeyAsync(key, cancellation);
            if (subscriber is null)
            {
                db.Add(subscriber = make());
            }

            subscriber.Subscribe(subject, time.UtcNow());
            subscriber.Choose(rhythm, language, time.UtcNow());
            try
            {
                await db.SaveChangesAsync(cancellation);
                return;
            }
            catch (DbUpdateException) when (left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private Task<Subscriber?> ByKeyAsync(string key, CancellationToken cancellation) => Whole().FirstOrDefaultAsync(subscriber => subscriber.Key == key, cancellation);

    private IQueryable<Subscriber> Whole() => db.Set<Subscriber>().Include(subscriber => subscriber.Subscriptions.OrderBy(one => one.Id));
}
