using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;

namespace Platform.Identity.SecondFactor;

/// <summary>A code on paper that stands for the second factor once, where the phone is lost.</summary>
internal sealed class RecoveryCode : IUnseen
{
    public const int Count = 10;

    private const int Groups = 4;
    private const int GroupLength = 4;

    // No letter or digit that a hand-written one is taken for.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private RecoveryCode()
    {
    }

    public RecoveryCode(int account, string code) => (AccountId, Digest) = (account, DigestOf(account, code));

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    /// <summary>79 random bits are too many to be found again from a digest.</summary>
    public string Digest { get; private set; } = "";

    public DateTime? UsedAt { get; private set; }

    public static string New() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    public static string DigestOf(int account, string code) => Secret.DigestOf($"{account} {Plain(code)}");

    public void Use(DateTime now) => UsedAt = now;

    /// <summary>As it was meant, whatever stands between its letters.</summary>
    private static string Plain(string code) => string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("account_recovery_codes");
        builder.Property(code => code.Digest).HasMaxLength(Secret.DigestLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
        builder.HasIndex(code => new { code.AccountId, code.Digest }).IsUnique();
    }
}
