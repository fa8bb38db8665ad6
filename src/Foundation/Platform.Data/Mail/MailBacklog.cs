using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Mail;

/// <summary>How many mails of a commune wait or were given up, as national staff see it: numbers, no person and no text.</summary>
public sealed class MailBacklog : IUnseen
{
    public const int SlugLength = 80;

    private MailBacklog()
    {
    }

    public string Commune { get; private set; } = "";

    public int Waiting { get; private set; }

    public int Failed { get; private set; }

    /// <summary>When the oldest that still waits was written.</summary>
    public DateTime? OldestWaiting { get; private set; }

    public DateTime CountedAt { get; private set; }

    public static MailBacklog Of(string commune) => new() { Commune = commune };

    public void Count(int waiting, int failed, DateTime? oldestWaiting, DateTime now) =>
        (Waiting, Failed, OldestWaiting, CountedAt) = (waiting, failed, oldestWaiting, now);
}

internal sealed class MailBacklogConfiguration : IEntityTypeConfiguration<MailBacklog>
{
    public void Configure(EntityTypeBuilder<MailBacklog> builder)
    {
        builder.ToTable("mail_backlogs");
        builder.HasKey(backlog => backlog.Commune);
        builder.Property(backlog => backlog.Commune).HasMaxLength(MailBacklog.SlugLength);
    }
}
