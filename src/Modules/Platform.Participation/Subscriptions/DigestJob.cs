using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// Tells each subscriber who is due what is new since the last time: one mail for all that the person is subscribed to, none where nothing is new. The mails and the mark that
/// they were written are one save: killed anywhere, either both are there or neither, and the next run tells what is missing and no more.
/// </summary>
internal sealed class DigestJob(
    CommuneContext db, CurrentCommune commune, CurrentPerson person, Newsroom newsroom, IPeople people, Mails mails, TimeProvider time) : ICommuneJob
{
    public const string JobName = "digests";

    private const int BatchSize = 100;
    private const int Tries = 3;

    /// <summary>Longer, and nobody reads it: the rest stands on the page that the title leads to.</summary>
    private const int MostLines = 25;

    /// <summary>What is being written while the digest is made carries an instant of a moment ago: it is told the next time, and not passed over.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(5);

    /// <summary>Before people go to work.</summary>
    public static JobSchedule Schedule { get; } = new(JobName, "0 0 7 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    /// <summary>What is due today, whatever day the run was begun for.</summary>
    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        person.IsSystem(JobName);
        var today = time.TodayInMorocco();
        var until = time.UtcNow() - Settling;
        until = new DateTime(until.Ticks - (until.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc); // as every engine keeps it

        // Those who were told the last time together have the same news.
        var editions = await Due(today).Select(subscriber => subscriber.ToldUntil).Distinct().OrderBy(told => told).ToListAsync(cancellation);
        foreach (var told in editions)
        {
            var edition = await EditionAsync(Due(today).Where(subscriber => subscriber.ToldUntil == told), told, until, cancellation);
            await TellAsync(told, edition, until, today, cancellation);
        }
    }

    private IQueryable<Subscriber> Due(DateOnly today) => db.Set<Subscriber>().Where(subscriber => subscriber.NextOn <= today);

    private async Task<Edition> EditionAsync(IQueryable<Subscriber> readers, DateTime told, DateTime until, CancellationToken cancellation)
    {
        var keys = await readers.SelectMany(subscriber => subscriber.Subscriptions).Select(one => one.Subject).Distinct().ToListAsync(cancellation);
        return told < until
            ? new(await newsroom.FindAsync(keys, cancellation), await newsroom.NewsAsync(keys, told, until, cancellation))
            : new(new Dictionary<string, NewsSubject>(), Array.Empty<NewsItem>().ToLookup(item => item.Subject));
    }

    private async Task TellAsync(DateTime told, Edition edition, DateTime until, DateOnly today, CancellationToken cancellation)
    {
        var (after, left) = (0, Tries);
        while (true)
        {
            db.ChangeTracker.Clear();
            var batch = await Due(today).Include(subscriber => subscriber.Subscriptions)
                .Where(subscriber => subscriber.ToldUntil == told && subscriber.Id > after)
                .OrderBy(subscriber => subscriber.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return;
            }

            var accounts = (await people.WithAccountsAsync([.. batch.Select(subscriber => subscriber.Account).OfType<int>()], cancellation))
                .ToDictionary(member => member.Account, member => member.Mail);
            foreach (var subscriber in batch)
            {
                var address = subscriber.Account is { } account ? accounts.GetValueOrDefault(account) : subscriber.Mail;
                if (Mails.IsAddress(address) && edition.For(subscriber) is { Count: > 0 } parts)
                {
                    Write(address, subscriber.Language, subscriber, parts, told);
                }

                subscriber.Tell(until, today);
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                (after, left) = (batch[^1].Id, Tries);
            }
            catch (DbUpdateConcurrencyException) when (--left > 0)
            {
                // Somebody of them changed or ended something in this moment: nothing of the batch was written, and it is read anew.
            }
        }
    }

    private void Write(string address, Language language, Subscriber subscriber, IReadOnlyList<(NewsSubject Subject, IReadOnlyList<NewsItem> News)> parts, DateTime told)
    {
        var root = $"{commune.Value.Address}/{language.Tag}";
        var own = $"{root}/subscriptions/{subscriber.Secret}";
        mails.Send(address, language, MailText.Of<SubscriptionsTexts>("Digest", commune.Value.Name, DayOf(told))
            .Telling(parts.Select(part => new MailPart(
                part.Subject.Title, root + part.Subject.Link, [.. part.News.Select(item => new MailLine(DayOf(item.At), item.What, root + item.Link))])))
            .Leading(own)
            .StoppedAt(own));
    }

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(MoroccoTime.FromUtc(utc));

    /// <summary>What is new for those who were told the last time together.</summary>
    private sealed record Edition(IReadOnlyDictionary<string, NewsSubject> Subjects, ILookup<string, NewsItem> News)
    {
        /// <summary>What is new for one of them: each piece of news once, under the narrowest of the things that it belongs to.</summary>
        public List<(NewsSubject Subject, IReadOnlyList<NewsItem> News)> For(Subscriber subscriber)
        {
            var said = new HashSet<string>(StringComparer.Ordinal);
            var parts = new List<(NewsSubject Subject, IReadOnlyList<NewsItem> News)>();
            foreach (var one in subscriber.Subscriptions.OrderBy(one => NewsKeys.KindOf(one.Subject) == "process" ? 1 : 0).ThenBy(one => one.Id))
            {
                if (Subjects.TryGetValue(one.Subject, out var subject)
                    && News[one.Subject].Where(item => item.At >= one.Since && said.Add(item.Id)).TakeLast(MostLines).ToList() is { Count: > 0 } news)
                {
                    parts.Add((subject, news));
                }
            }

            return parts;
        }
    }
}
