using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Data.Auditing;

/// <summary>
/// One official act: who did what, when, from where, what changed and why. Written with the change itself, never changed afterwards, and chained: each
/// entry carries the digest of the one before, so that a row that was changed, removed or slipped in shows. <see cref="AuditTrail"/> writes it;
/// <see cref="AuditChain"/> gives it its place when it is saved.
/// </summary>
public sealed class AuditEntry : IImmutable
{
    public const int ShortLength = 120;
    public const int OriginLength = 64;
    public const int ReasonLength = 1000;

    private AuditEntry()
    {
    }

    public long Id { get; private set; }

    /// <summary>Its place in the chain, from 1 without a gap. None only where the entry is older than the chain and nothing was written since.</summary>
    public long? Sequence { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>An account, or the part of the platform that acted by itself: <c>account:7</c>, <c>system:provisioning</c>. Never a name.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>What was done: <c>charter.adopted</c>.</summary>
    public string Verb { get; private set; } = "";

    /// <summary>What it was done to: <c>charter:1</c>.</summary>
    public string Subject { get; private set; } = "";

    public string? Reason { get; private set; }

    /// <summary>
    /// The address that it came from. It is personal data: shown to staff alone, and erased when its time is over. The chain holds only
    /// <see cref="OriginSeal"/>, so that erasing it breaks nothing.
    /// </summary>
    public string? Origin { get; private set; }

    /// <summary>Digest of a random salt and the address: nobody finds the address again by trying them all once the salt is erased with it.</summary>
    public string? OriginSeal { get; private set; }

    public string? OriginSalt { get; private set; }

    /// <summary>The changed fields as they were, a JSON object; none where nothing was there.</summary>
    public string? Before { get; private set; }

    /// <summary>The changed fields as they are now, a JSON object.</summary>
    public string? After { get; private set; }

    /// <summary>What can be searched of it, folded.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>Digest of the entry before.</summary>
    public string? Previous { get; private set; }

    /// <summary>Digest over everything that is written here, and the one before.</summary>
    public string? Digest { get; private set; }

    public static AuditEntry Of(DateTime at, string actor, string verb, string subject, string? reason = null) => new()
    {
        At = at,
        Actor = Within(actor, ShortLength),
        Verb = Within(verb, ShortLength),
        Subject = Within(subject, ShortLength),
        Reason = reason is null ? null : Within(reason, ReasonLength),
        Folded = Folding.Fold($"{subject} {reason}"),
    };

    internal void CameFrom(string? address)
    {
        if (address is not null)
        {
            OriginSalt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            Origin = Within(address, OriginLength);
            OriginSeal = AuditDigest.OfOrigin(OriginSalt, address);
        }
    }

    internal void Changed(AuditValues values)
    {
        (Before, After) = (values.Before, values.After);
        Folded = Folding.Fold($"{Subject} {Reason} {values.Words}");
    }

    internal void Seal(long sequence, string previous)
    {
        (Sequence, Previous) = (sequence, previous);
        Digest = AuditDigest.Of(this);
    }

    // SQLite would take any length and SQL Server refuse it: refused here, so that both say the same.
    private static string Within(string text, int length) => text.Length <= length
        ? text
        : throw new ArgumentException($"An entry of the audit trail holds at most {length} characters here.", nameof(text));
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
        builder.Property(entry => entry.Origin).HasMaxLength(AuditEntry.OriginLength);
        builder.Property(entry => entry.OriginSeal).HasMaxLength(AuditDigest.Length);
        builder.Property(entry => entry.OriginSalt).HasMaxLength(AuditDigest.Length);
        builder.Property(entry => entry.Previous).HasMaxLength(AuditDigest.Length);
        builder.Property(entry => entry.Digest).HasMaxLength(AuditDigest.Length);

        // The lock of the head already keeps two writers apart; this is what holds if it ever does not.
        builder.HasIndex(entry => entry.Sequence).IsUnique();
        builder.HasIndex(entry => entry.Subject);
        builder.HasIndex(entry => entry.Actor);
        builder.HasIndex(entry => entry.Verb);
        builder.HasIndex(entry => entry.At);
    }
}
