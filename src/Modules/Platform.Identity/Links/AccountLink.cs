using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.Links;

internal enum LinkPurpose
{
    NewPassword,
    NewMail,
}

/// <summary>A link mailed to the owner of an account: it works once, for a while, for one purpose, on this site. Kept as a digest.</summary>
internal sealed class AccountLink : IUnseen
{
    private AccountLink()
    {
    }

    public AccountLink(Account account, LinkPurpose purpose, string tokenDigest, string? mail, DateTime expiresAt)
    {
        AccountId = account.Id;
        Purpose = purpose;
        TokenDigest = tokenDigest;
        Mail = mail;
        ExpiresAt = expiresAt;
    }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public string TokenDigest { get; private set; } = "";

    /// <summary>The address that is to become the account's.</summary>
    public string? Mail { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime now) => UsedAt = now;
}

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("account_links");
        builder.Property(link => link.TokenDigest).HasMaxLength(Secret.DigestLength);
        builder.Property(link => link.Mail).HasMaxLength(Account.MailLength);
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId);
        builder.HasIndex(link => link.TokenDigest).IsUnique();
        builder.HasIndex(link => new { link.AccountId, link.Purpose });
    }
}
