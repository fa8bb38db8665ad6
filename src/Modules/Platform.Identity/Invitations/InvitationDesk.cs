using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Identity.Invitations;

/// <summary>Makes invitations of the site of this scope, and accounts from them.</summary>
internal sealed class InvitationDesk(SiteAccounts site, UserManager<Account> users, AuditTrail audit, CurrentPerson person, TimeProvider time) : IInvitations
{
    private static readonly EmailAddressAttribute MailRule = new();

    public async Task<InvitationResult> InviteAsync(InvitationRequest request, CancellationToken cancellation)
    {
        request = request with { Mail = request.Mail.Trim() };
        if (!IsMail(request.Mail))
        {
            return new(InvitationState.NoMail);
        }

        if (!site.Roles.Contains(request.Role))
        {
            return new(InvitationState.NoRole);
        }

        if (await users.FindByEmailAsync(request.Mail) is not null)
        {
            return new(InvitationState.AlreadyMember);
        }

        var now = time.UtcNow();
        var key = Account.KeyOf(request.Mail);
        foreach (var waiting in await site.Db.Set<Invitation>().Where(each => each.MailKey == key && each.AcceptedAt == null && each.RevokedAt == null).ToListAsync(cancellation))
        {
            waiting.Revoke(now);
        }

        var token = Secret.New();
        var invitation = new Invitation(request, Secret.DigestOf(token), person.Actor, now);
        site.Db.Add(invitation);
        audit.Record("invitation.sent", "invitation:" + invitation.TokenDigest[..12], after: new { Role = request.Role.ToString(), Areas = Words(request.Areas) });
        await site.Db.SaveChangesAsync(cancellation);
        return new(InvitationState.Sent, LinkOf(token, invitation.Language), invitation.ExpiresAt);
    }

    /// <summary>The invitation that this token opens, if it still does.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellation)
    {
        var digest = Secret.DigestOf(token);
        var invitation = await site.Db.Set<Invitation>().SingleOrDefaultAsync(each => each.TokenDigest == digest, cancellation);
        return invitation?.IsOpen(time.UtcNow()) == true ? invitation : null;
    }

    /// <summary>Makes the account. The invitation is used up by it, whoever else holds the link.</summary>
    public async Task<(Account? Account, IdentityResult Result)> AcceptAsync(Invitation invitation, string name, string password, Language language)
    {
        var now = time.UtcNow();
        var account = new Account(invitation.Mail, name, language, invitation.InvitedBy, now);
        account.Entrust([invitation.Role], invitation.Areas);
        invitation.Accept(now);
        audit.Record("invitation.accepted", "invitation:" + invitation.TokenDigest[..12]);
        try
        {
            var result = await users.CreateAsync(account, password);
            return (result.Succeeded ? account : null, result);
        }
        catch (DbUpdateException)
        {
            return (null, IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()));
        }
    }

    private string LinkOf(string token, Language language) => $"{site.Address}/{language.Tag}/invitation/{token}";

    private static bool IsMail(string mail) => mail.Length is > 0 and <= Account.MailLength && MailRule.IsValid(mail) && !mail.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static string? Words(IReadOnlyList<Area> areas) => areas.Count == 0 ? null : string.Join(", ", areas);
}
