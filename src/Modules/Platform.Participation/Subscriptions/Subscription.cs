using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Participation.Subscriptions;

/// <summary>One thing whose news somebody is sent.</summary>
internal sealed class Subscription : IUnseen
{
    public const int SubjectLength = 100;

    private Subscription()
    {
    }

    public int Id { get; private set; }

    public int SubscriberId { get; private set; }

    /// <summary>Key of the thing, as the room that owns it knows it: <c>process:charter-2026</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>When the person consented to it, UTC: by the link in the mail, or signed in. Older news are none.</summary>
    public DateTime Since { get; private set; }

    public static Subscription To(string subject, DateTime since) => new() { Subject = subject, Since = since };
}

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.Property(subscription => subscription.Subject).HasMaxLength(Subscription.SubjectLength);
        builder.HasIndex(subscription => new { subscription.SubscriberId, subscription.Subject }).IsUnique();
    }
}
