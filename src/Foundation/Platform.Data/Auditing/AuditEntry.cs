using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data.Auditing;

/// <summary>One official act: who did what, when and why. Written with the change itself, never changed afterwards.</summary>
public sealed class AuditEntry : IImmutable
{
    public const int ShortLength = 120;
    public const int ReasonLength = 1000;

    private AuditEntry()
    {
    }

    public long Id { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>An account, or the part of the platform that acted by itself: <c>system:provisioning</c>.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What was done: <c>charter.adopted</c>.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>What it was done to: <c>charter:1</c>.</summary>
    public string Subject { get; private set; } = "";

    public string? Reason { get; private set; }

    public static AuditEntry Of(DateTime at, string actor, string verb, string subject, string? reason = null) =>
        new() { At = at, Actor = actor, Verb = verb, Subject = subject, Reason = reason };
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.Actor).HasMaxLength(AuditEntry.ShortLength);
        builder.Property(entry => entry.Verb).HasMaxLength(AuditEntry.ShortLength);
        builder.Property(entry => entry.Subject).HasMaxLength(AuditEntry.ShortLength);
        builder.Property(entry => entry.Reason).HasMaxLength(AuditEntry.ReasonLength);
        builder.HasIndex(entry => entry.Subject);
    }
}
