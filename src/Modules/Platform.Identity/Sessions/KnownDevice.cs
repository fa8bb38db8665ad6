using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.Sessions;

/// <summary>A browser that somebody has signed in with before; a sign-in from another is told by mail.</summary>
internal sealed class KnownDevice : IUnseen
{
    private KnownDevice()
    {
    }

    public KnownDevice(Account account, string keyDigest, DateTime now) => (AccountId, KeyDigest, LastUsedAt) = (account.Id, keyDigest, now);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public string KeyDigest { get; private set; } = "";

    public DateTime LastUsedAt { get; private set; }

    public void Used(DateTime now) => LastUsedAt = now;
}

internal sealed class KnownDeviceConfiguration : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("account_devices");
        builder.Property(device => device.KeyDigest).HasMaxLength(Secret.DigestLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(device => device.AccountId);
        builder.HasIndex(device => new { device.AccountId, device.KeyDigest }).IsUnique();
    }
}
