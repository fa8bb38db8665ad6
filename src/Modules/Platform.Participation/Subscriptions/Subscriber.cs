using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// Somebody who asked to be sent the public news of some things: an account, or a mail address that was confirmed. It is there as long as it is subscribed to
/// anything, and deleted with its last subscription (law 09-08).
/// </summary>
internal sealed class Subscriber : IRevised, IUnseen
{
    public const int KeyLength = 80;
    public const int MailLength = 254;
    public const int SecretLength = 32;

    private Subscriber()
    {
    }

    public int Id { get; private set; }

    public int Revision { get; private set; }

    /// <summary>Account or digest of the mail address: nobody is subscribed twice, and it is compared alike on every engine.</summary>
    public string Key { get; private set; } = "";

    public int? Account { get; private set; }

    /// <summary>None of an account: its address is the account's.</summary>
    public string? Mail { get; private set; }

    public string LanguageTag { get; private set; } = Language.Arabic.Tag;

    public Rhythm Rhythm { get; private set; }

    /// <summary>What stands in the links of the mails and opens the page of one's subscriptions, and nothing else. It has to be written into every mail, so that it is kept as it is.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The day on which the next digest is due.</summary>
    public DateOnly NextOn { get; private set; }

    /// <summary>Everything before this instant was told, or was no news to this subscriber. UTC.</summary>
    public DateTime ToldUntil { get; private set; }

    /// <summary>When the person last said that it is to go on: by confirming, subscribing or changing something. UTC.</summary>
    public DateTime WantedAt { get; private set; }

    public List<Subscription> Subscriptions { get; } = [];

    public Language Language => Language.OfPage(LanguageTag) ?? Language.Arabic;

    public static Subscriber OfAccount(int account, Language language, Rhythm rhythm, DateTime now) => New(KeyOf(account), account, null, language, rhythm, now);

    public static Subscriber OfMail(string mail, Language language, Rhythm rhythm, DateTime now) => New(KeyOf(mail), null, mail, language, rhythm, now);

    public static string KeyOf(int account) => string.Create(CultureInfo.InvariantCulture, $"account:{account}");

    public static string KeyOf(string mail) => "mail:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Trim().ToLowerInvariant())));

    /// <summary>Adds what is not there yet; its news begin now.</summary>
    public void Subscribe(string subject, DateTime now)
    {
        if (!Subscriptions.Exists(one => one.Subject == subject))
        {
            Subscriptions.Add(Subscription.To(subject, now));
        }
    }

    public void Choose(Rhythm rhythm, Language language, DateTime now)
    {
        if (rhythm != Rhythm)
        {
            (Rhythm, NextOn) = (rhythm, rhythm.NextAfter(DayOf(now)));
        }

        (LanguageTag, WantedAt) = (language.Tag, now);
    }

    /// <summary>The mail address turned out to be this account's.</summary>
    public void BecomeOf(int account) => (Key, Account, Mail) = (KeyOf(account), account, null);

    /// <summary>What there was until then has been told.</summary>
    public void Tell(DateTime until, DateOnly today) => (ToldUntil, NextOn) = (until > ToldUntil ? until : ToldUntil, Rhythm.NextAfter(today));

    // All who come on one day begin at its first instant, so that their news are read at once; what is older than a subscription itself is left out of its news.
    private static Subscriber New(string key, int? account, string? mail, Language language, Rhythm rhythm, DateTime now) => new()
    {
        Key = key,
        Account = account,
        Mail = mail,
        LanguageTag = language.Tag,
        Rhythm = rhythm,
        Secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2)),
        NextOn = rhythm.NextAfter(DayOf(now)),
        ToldUntil = MoroccoTime.ToUtc(DayOf(now)),
        WantedAt = now,
    };

    private static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(MoroccoTime.FromUtc(utc));
}

internal sealed class SubscriberConfiguration : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> builder)
    {
        builder.ToTable("subscribers");
        builder.Property(subscriber => subscriber.Key).HasMaxLength(Subscriber.KeyLength);
        builder.Property(subscriber => subscriber.Mail).HasMaxLength(Subscriber.MailLength);
        builder.Property(subscriber => subscriber.LanguageTag).HasMaxLength(3);
        builder.Property(subscriber => subscriber.Secret).HasMaxLength(Subscriber.SecretLength);
        builder.HasIndex(subscriber => subscriber.Key).IsUnique();
        builder.HasIndex(subscriber => subscriber.Secret).IsUnique();
        builder.HasIndex(subscriber => new { subscriber.NextOn, subscriber.ToldUntil });
        builder.Ignore(subscriber => subscriber.Language);
        builder.HasMany(subscriber => subscriber.Subscriptions).WithOne().HasForeignKey(subscription => subscription.SubscriberId).IsRequired();
    }
}
