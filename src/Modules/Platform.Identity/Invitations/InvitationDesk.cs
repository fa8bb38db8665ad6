using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Identity.Invitations;

/// <summary>Makes invitations of the site of this scope, and accounts from them.</summary>
internal sealed class InvitationDesk(SiteAccounts site, UserManager<Account> users, AuditTrail audit, Mails mails, CurrentPerson person, TimeProvider time)
    : IInvitations
{
    public async Task<InvitationResult> InviteAsync(InvitationRequest request, CancellationToken cancellation)
    {
        request = request with { Mail = request.Mail.Trim() };
        if (!Mails.IsAddress(request.Mail))
        {
            return new(InvitationState.NoMail);
        }

        if (!site.Roles.Contains(request.Role))
        {
            return new(InvitationState.NoRole);
        }

        // Read within the transaction: of two who invite the same address at once, one invitation is left.
        await using var transaction = await site.Db.BeginActAsync(cancellation);
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
        audit.Record("invitation.sent", "invitation:" + invitation.Reference, after: new { Role = request.Role.ToString(), Areas = Words(request.Areas) });
        var link = LinkOf(token, invitation.Language);
        mails.Send(invitation.Mail, invitation.Language, MailText.Of<InvitationsTexts>("Invitation", site.DisplayName, invitation.ExpiresAt).Leading(link));
        await site.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(InvitationState.Sent, link, invitation.ExpiresAt);
    }

    /// <summary>Invitations that were neither accepted nor taken back, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> WaitingAsync(CancellationToken cancellation) =>
        await site.Db.Set<Invitation>().Where(each => each.AcceptedAt == null && each.RevokedAt == null).OrderByDescending(each => each.Id).ToListAsync(cancellation);

    /// <summary>A new link by mail; the one before opens nothing any more.</summary>
    /// <returns>False where it does not wait any more.</returns>
    public async Task<bool> ResendAsync(int id, CancellationToken cancellation)
    {
        if (await OfAsync(id, cancellation) is not { } invitation)
        {
            return false;
        }

        var token = Secret.New();
        invitation.Renew(Secret.DigestOf(token), time.UtcNow());
        audit.Record("invitation.resent", "invitation:" + invitation.Reference);
        mails.Send(invitation.Mail, invitation.Language, MailText.Of<InvitationsTexts>("Invitation", site.DisplayName, invitation.ExpiresAt).Leading(LinkOf(token, invitation.Language)));
        return await site.Db.SavedAsync(cancellation);
    }

    public async Task<bool> RevokeAsync(int id, CancellationToken cancellation)
    {
        if (await OfAsync(id, cancellation) is not { } invitation)
        {
            return false;
        }

        invitation.Revoke(time.UtcNow());
        audit.Record("invitation.revoked", "invitation:" + invitation.Reference);
        return await site.Db.SavedAsync(cancellation);
    }

    private Task<Invitation?> OfAsync(int id, CancellationToken cancellation) =>
        site.Db.Set<Invitation>().SingleOrDefaultAsync(each => each.Id == id && each.AcceptedAt == null && each.RevokedAt == null, cancellation);

    /// <summary>The invitation that this token opens, if it still does.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellation)
    {
        var digest = Secret.DigestOf(token);
        var invitation = await site.Db.Set<Invitation>().SingleOrDefaultAsync(each => each.TokenDigest == digest, cancellation);
        return invitation?.IsOpen(time.UtcNow()) == true ? invitation : null;
    }

    /// <summary>The invitation to this address that still waits, for somebody whose address is proved otherwise than by its link.</summary>
    public async Task<Invitation?> FindForAsync(string mail, CancellationToken cancellation)
    {
        var (key, now) = (Account.KeyOf(mail), time.UtcNow());
        return await site.Db.Set<Invitation>().Where(each => each.MailKey == key && each.AcceptedAt == null && each.RevokedAt == null && each.ExpiresAt > now)
            .OrderByDescending(each => each.Id).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Makes the account. The invitation is used up by it, whoever else holds the link.</summary>
    public async Task<(Account? Account, IdentityResult Result)> AcceptAsync(Invitation invitation, string name, string? password, Language language)
    {
        var now = time.UtcNow();
        await using var transaction = await site.Db.BeginActAsync(CancellationToken.None);

        // Read again: whoever took it back since the form was sent was first.
        await site.Db.Entry(invitation).ReloadAsync();
        if (!invitation.IsOpen(now))
        {
            return (null, IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()));
        }

        var account = new Account(invitation.Mail, name, language, invitation.InvitedBy, now);
        account.Entrust([invitation.Role], invitation.Areas);
        invitation.Accept(now);
        audit.Record("invitation.accepted", "invitation:" + invitation.Reference);
        try
        {
            var result = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
            if (result.Succeeded)
            {
                await transaction.CommitAsync();
            }

            return (result.Succeeded ? account : null, result);
        }
        catch (DbUpdateException)
        {
            return (null, IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure()));
        }
    }

    private string LinkOf(string token, Language language) => $"{site.Address}/{language.Tag}/invitation?token={token}";

    private static string? Words(IReadOnlyList<Area> areas) => areas.Count == 0 ? null : string.Join(", ", areas);
}
