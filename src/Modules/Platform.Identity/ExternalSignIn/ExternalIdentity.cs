using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.ExternalSignIn;

/// <summary>Somebody at a provider who is an account here. Issuer and subject are kept as a digest: nothing else is ever asked of them.</summary>
internal sealed class ExternalIdentity : IUnseen
{
    private ExternalIdentity()
    {
    }

    public ExternalIdentity(Account account, string provider, string digest, DateTime now) =>
        (AccountId, Provider, Digest, LinkedAt, LastUsedAt) = (account.Id, provider, digest, now, now);

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>Key of the provider.</summary>
    public string Provider { get; private set; } = "";

    public string Digest { get; private set; } = "";

    public DateTime LinkedAt { get; private set; }

    public DateTime LastUsedAt { get; private set; }

    public void Used(DateTime now) => LastUsedAt = now;

    /// <summary>The provider's key counts too: what one was linked through says nothing of another with the same issuer.</summary>
    public static string DigestOf(string provider, string issuer, string subject) => Secret.DigestOf($"{provider}\n{issuer}\n{subject}");
}

internal sealed class ExternalIdentityConfiguration : IEntityTypeConfiguration<ExternalIdentity>
{
    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.ToTable("account_external_identities");
        builder.Property(identity => identity.Provider).HasMaxLength(Account.ProviderLength);
        builder.Property(identity => identity.Digest).HasMaxLength(Secret.DigestLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(identity => identity.AccountId);
        builder.HasIndex(identity => identity.Digest).IsUnique();
        builder.HasIndex(identity => identity.AccountId);
    }
}
