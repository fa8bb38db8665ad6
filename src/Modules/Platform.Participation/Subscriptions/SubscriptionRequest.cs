using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Participation.Subscriptions;

/// <summary>
/// Somebody typed a mail address into the form. Nothing is sent there but the link that confirms it; without a click it is forgotten. The link is of this
/// commune's database: no other site knows it.
/// </summary>
internal sealed class SubscriptionRequest : IUnseen
{
    public const int DigestLength = 64;

    public static readonly TimeSpan Valid = TimeSpan.FromDays(3);

    private SubscriptionRequest()
    {
    }

    public int Id { get; private set; }

    /// <summary>Digest of what stands in the link.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>As <see cref="Subscriber.Key"/>.</summary>
    public string Key { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public string LanguageTag { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public Rhythm Rhythm { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>A second click on the link is told the same and changes nothing: what was ended since is not begun again.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public Language Language => Language.OfPage(LanguageTag) ?? Language.Arabic;

    public static SubscriptionRequest Of(string digest, string mail, Language language, string subject, Rhythm rhythm, DateTime now) => new()
    {
        Digest = digest,
        Key = Subscriber.KeyOf(mail),
        Mail = mail,
        LanguageTag = language.Tag,
        Subject = subject,
        Rhythm = rhythm,
        ExpiresAt = now + Valid,
    };

    public void Confirm(DateTime now) => ConfirmedAt = now;
}

internal sealed class SubscriptionRequestConfiguration : IEntityTypeConfiguration<SubscriptionRequest>
{
    public void Configure(EntityTypeBuilder<SubscriptionRequest> builder)
    {
        builder.ToTable("subscription_requests");
        builder.Property(request => request.Digest).HasMaxLength(SubscriptionRequest.DigestLength);
        builder.Property(request => request.Key).HasMaxLength(Subscriber.KeyLength);
        builder.Property(request => request.Mail).HasMaxLength(Subscriber.MailLength);
        builder.Property(request => request.LanguageTag).HasMaxLength(3);
        builder.Property(request => request.Subject).HasMaxLength(Subscription.SubjectLength);
        builder.HasIndex(request => request.Digest).IsUnique();
        builder.HasIndex(request => request.Key);
        builder.Ignore(request => request.Language);
    }
}
