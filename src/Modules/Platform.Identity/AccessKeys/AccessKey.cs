using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;
using Platform.Kernel.People;

namespace Platform.Identity.AccessKeys;

/// <summary>
/// Lets a program write through the API of one commune, in some areas, in the name of the account that made it. Shown once, kept as a digest; it is
/// worth no more than its account is now.
/// </summary>
internal sealed class AccessKey : IUnseen
{
    public const int NameLength = 120;

    /// <summary>Of the name of a new one: acts are written down under it.</summary>
    public const int LongestName = 100;

    public const int AreasLength = 200;
    public const int MostDays = 366;

    /// <summary>What every key begins with, so that a leaked one is recognised by scanners.</summary>
    public const string Prefix = "mshk_";

    private AccessKey()
    {
    }

    public AccessKey(Account account, string name, IEnumerable<Area> areas, string digest, DateTime now, DateOnly expiresOn)
    {
        AccountId = account.Id;
        Name = name;
        Areas = string.Join(' ', areas.Distinct().Order());
        Digest = digest;
        CreatedAt = now;
        ExpiresOn = expiresOn;
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Account Account { get; private set; } = null!;

    /// <summary>What it is for, in words.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Separated by spaces.</summary>
    public string Areas { get; private set; } = "";

    public string Digest { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>The last day on which it opens anything.</summary>
    public DateOnly ExpiresOn { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public IEnumerable<Area> AreaList => Areas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Area>);

    public bool IsOpen(DateOnly today) => RevokedAt is null && ExpiresOn >= today;

    public void Revoke(DateTime now) => RevokedAt ??= now;
}

internal sealed class AccessKeyConfiguration : IEntityTypeConfiguration<AccessKey>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("access_keys");
        builder.Property(key => key.Name).HasMaxLength(AccessKey.NameLength);
        builder.Property(key => key.Areas).HasMaxLength(AccessKey.AreasLength);
        builder.Property(key => key.Digest).HasMaxLength(Secret.DigestLength);
        builder.Ignore(key => key.AreaList);
        builder.HasIndex(key => key.Digest).IsUnique();
        builder.HasOne(key => key.Account).WithMany().HasForeignKey(key => key.AccountId);
    }
}
