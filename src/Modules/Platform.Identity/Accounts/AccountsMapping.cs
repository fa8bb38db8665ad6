using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Identity.Passkeys;

namespace Platform.Identity.Accounts;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(account => account.Name).HasMaxLength(Account.NameLength);
        builder.Property(account => account.Mail).HasMaxLength(Account.MailLength);
        builder.Property(account => account.MailKey).HasMaxLength(Account.MailLength);
        builder.Property(account => account.LanguageTag).HasMaxLength(3);
        builder.Property(account => account.PasswordHash).HasMaxLength(Account.HashLength);
        builder.Property(account => account.SecurityStamp).HasMaxLength(Account.StampLength);
        builder.Property(account => account.ConcurrencyStamp).HasMaxLength(Account.StampLength).IsConcurrencyToken();
        builder.Property(account => account.AuthenticatorSecret).HasMaxLength(Account.SecretLength);
        builder.Property(account => account.InvitedBy).HasMaxLength(Account.NameLength);
        builder.Property(account => account.GovernedBy).HasMaxLength(Account.ProviderLength);
        builder.HasMany(account => account.Roles).WithOne().HasForeignKey(role => role.AccountId).IsRequired();
        builder.HasMany(account => account.Passkeys).WithOne().HasForeignKey(passkey => passkey.AccountId).IsRequired();
        builder.HasIndex(account => account.MailKey).IsUnique();
    }
}

internal sealed class AccountRoleConfiguration : IEntityTypeConfiguration<AccountRole>
{
    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles");
        builder.HasIndex(role => new { role.AccountId, role.Role });
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("account_passkeys");
        builder.Property(passkey => passkey.CredentialDigest).HasMaxLength(Passkey.DigestLength);
        builder.Property(passkey => passkey.Name).HasMaxLength(Passkey.NameLength);
        builder.Property(passkey => passkey.Transports).HasMaxLength(Passkey.TransportsLength);
        builder.HasIndex(passkey => passkey.CredentialDigest).IsUnique();
    }
}
