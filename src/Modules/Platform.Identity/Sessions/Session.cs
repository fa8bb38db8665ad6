using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.Sessions;

/// <summary>
/// A sign-in that lasts, on one device. The cookie holds the key of this row and nothing that it would be believed for: name, roles and areas are read
/// from the account at each request, so that a change or a block counts at once.
/// </summary>
internal sealed class Session : IUnseen
{
    public const int DeviceLength = 80;
    public const int OriginLength = 64;

    /// <summary>NIST 800-63B asks for a new proof after half a day at most, and after an hour without use.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    private Session()
    {
    }

    public Session(Account account, string keyDigest, string device, string? origin, bool secondFactor, DateTime now)
    {
        AccountId = account.Id;
        KeyDigest = keyDigest;
        Stamp = account.SecurityStamp;
        Device = device;
        Origin = origin;
        SecondFactor = secondFactor;
        StartedAt = LastSeenAt = ProvedAt = now;
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Account Account { get; private set; } = null!;

    public string KeyDigest { get; private set; } = "";

    /// <summary>The account's stamp when the session was opened: another one now, and the session is over.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Browser and system, in the words that they call themselves by: <c>Firefox · Windows</c>.</summary>
    public string Device { get; private set; } = "";

    /// <summary>The address it was opened from: for the person's own list alone.</summary>
    public string? Origin { get; private set; }

    public bool SecondFactor { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime LastSeenAt { get; private set; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTime ProvedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public bool IsOpen(DateTime now) => EndedAt is null && now - StartedAt < Longest && now - LastSeenAt < LongestIdle;

    public void Proved(DateTime now) => ProvedAt = now;

    public void ProvedSecondFactor(DateTime now) => (SecondFactor, ProvedAt) = (true, now);

    /// <summary>The one session that outlives a change of password: that in which it was changed.</summary>
    public void Follow(Account account) => Stamp = account.SecurityStamp;

    public void End(DateTime now) => EndedAt ??= now;
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("account_sessions");
        builder.Property(session => session.KeyDigest).HasMaxLength(Secret.DigestLength);
        builder.Property(session => session.Stamp).HasMaxLength(Account.StampLength);
        builder.Property(session => session.Device).HasMaxLength(Session.DeviceLength);
        builder.Property(session => session.Origin).HasMaxLength(Session.OriginLength);
        builder.HasOne(session => session.Account).WithMany().HasForeignKey(session => session.AccountId);
        builder.HasIndex(session => session.KeyDigest).IsUnique();
        builder.HasIndex(session => new { session.AccountId, session.EndedAt });
    }
}
