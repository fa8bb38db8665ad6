using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Identity.Invitations;

/// <summary>A link that makes one account, once, on this site. What opens it is mailed and kept nowhere.</summary>
internal sealed class Invitation : IUnseen
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    private Invitation()
    {
    }

    public Invitation(InvitationRequest request, string tokenDigest, string invitedBy, DateTime now)
    {
        Reference = Guid.NewGuid().ToString("N")[..12];
        Mail = request.Mail;
        MailKey = Account.KeyOf(request.Mail);
        Role = request.Role;
        Areas = [.. request.Areas.Distinct()];
        LanguageTag = request.Language.Tag;
        InvitedBy = invitedBy;
        Renew(tokenDigest, now);
        CreatedAt = now;
    }

    public int Id { get; private set; }

    /// <summary>What the audit trail calls it, from before it has a number: at random, and opens nothing.</summary>
    public string Reference { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public string MailKey { get; private set; } = "";

    public Role Role { get; private set; }

    public List<Area> Areas { get; private set; } = [];

    public string LanguageTag { get; private set; } = "";

    public Language Language => Language.OfPage(LanguageTag) ?? Language.Arabic;

    public string TokenDigest { get; private set; } = "";

    public string InvitedBy { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public bool IsOpen(DateTime now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>A new link; the one before opens nothing any more.</summary>
    public void Renew(string tokenDigest, DateTime now) => (TokenDigest, ExpiresAt) = (tokenDigest, now + Lifetime);

    public void Accept(DateTime now) => AcceptedAt = now;

    public void Revoke(DateTime now) => RevokedAt = now;
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.Reference).HasMaxLength(12);
        builder.Property(invitation => invitation.Mail).HasMaxLength(Account.MailLength);
        builder.Property(invitation => invitation.MailKey).HasMaxLength(Account.MailLength);
        builder.Property(invitation => invitation.LanguageTag).HasMaxLength(3);
        builder.Property(invitation => invitation.TokenDigest).HasMaxLength(Secret.DigestLength);
        builder.Property(invitation => invitation.InvitedBy).HasMaxLength(Account.NameLength);

        // Two who accept at once with one link: the second finds it taken.
        builder.Property(invitation => invitation.AcceptedAt).IsConcurrencyToken();
        builder.HasIndex(invitation => invitation.TokenDigest).IsUnique();
        builder.HasIndex(invitation => invitation.MailKey);
    }
}
