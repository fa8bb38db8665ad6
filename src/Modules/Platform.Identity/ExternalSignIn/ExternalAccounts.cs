using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.Invitations;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Identity.ExternalSignIn;

/// <summary>
/// Which account somebody whom a provider has proved is on this site: the one that is linked already; the one with the mail address that the provider
/// vouches for; one made from an invitation to that address; or one with the role that configuration gives for the claims. Otherwise none.
/// </summary>
internal sealed class ExternalAccounts(
    SiteAccounts site, UserManager<Account> users, InvitationDesk invitations, AuditTrail audit, Mails mails, TimeProvider time)
{
    public async Task<(Account? Account, ExternalProblem? Problem)> FindAsync(ProvedIdentity proved, Language language, CancellationToken cancellation)
    {
        var identity = await site.Db.Set<ExternalIdentity>().SingleOrDefaultAsync(each => each.Digest == proved.Digest, cancellation);
        if (identity is not null)
        {
            var known = await users.FindByIdAsync(identity.AccountId.ToString(CultureInfo.InvariantCulture));
            identity.Used(time.UtcNow());
            return await AdmitAsync(known!, proved);
        }

        if (proved.Claims.One("email")?.Trim() is not { } mail || !Mails.IsAddress(mail) || !proved.Claims.Has("email_verified", "true"))
        {
            return (null, ExternalProblem.Mail);
        }

        try
        {
            if (await users.FindByEmailAsync(mail) is { } member)
            {
                return await LinkAsync(member, proved);
            }

            var made = await invitations.FindForAsync(mail, cancellation) is { } invitation
                ? (await invitations.AcceptAsync(invitation, NameOf(proved, mail), null, language)).Account
                : await MakeAsync(proved, mail, language);
            if (made is not null)
            {
                site.Db.Add(new ExternalIdentity(made, proved.Provider.Key, proved.Digest, time.UtcNow()));
                audit.Record("account.external-linked", $"account:{made.Id}", after: new { Provider = proved.Provider.Key });
            }

            return made is null ? (null, ExternalProblem.Unknown) : (made, null);
        }
        catch (DbUpdateException)
        {
            // The same person twice at the same moment: the second finds the account made.
            return (null, ExternalProblem.Expired);
        }
    }

    /// <summary>Whether this identity is that account's, for somebody who is signed in already.</summary>
    public Task<bool> BelongsAsync(ProvedIdentity proved, int account, CancellationToken cancellation) =>
        site.Db.Set<ExternalIdentity>().AnyAsync(each => each.Digest == proved.Digest && each.AccountId == account, cancellation);

    private async Task<(Account? Account, ExternalProblem? Problem)> LinkAsync(Account member, ProvedIdentity proved)
    {
        if (!member.IsActive || (member.GovernedBy is { } governor && governor != proved.Provider.Key))
        {
            return (null, ExternalProblem.Unknown);
        }

        site.Db.Add(new ExternalIdentity(member, proved.Provider.Key, proved.Digest, time.UtcNow()));
        audit.Record("account.external-linked", $"account:{member.Id}", after: new { Provider = proved.Provider.Key });
        mails.Send(member.Mail, member.Language, MailText.Of<ExternalSignInTexts>("Linked", site.DisplayName, proved.Provider.Name, time.UtcNow())
            .Leading($"{site.Address}/{member.Language.Tag}/account"));
        return await AdmitAsync(member, proved);
    }

    /// <summary>Lets a member in. Whoever has their roles from claims has those that the claims give today.</summary>
    private async Task<(Account? Account, ExternalProblem? Problem)> AdmitAsync(Account account, ProvedIdentity proved)
    {
        if (!account.IsActive || (account.GovernedBy is { } governor && governor != proved.Provider.Key))
        {
            return (null, ExternalProblem.Unknown);
        }

        if (account.GovernedBy is null)
        {
            return (account, null);
        }

        var (roles, areas) = proved.Provider.RolesOf(proved.Claims);
        var (before, after) = (Words(account.Roles.Select(role => role.Role), account.Roles.Select(role => role.Area).OfType<Area>()), Words(roles, areas));
        if (after != before)
        {
            site.Db.RemoveRange(account.Entrust(roles, areas));
            audit.Record("account.entrusted", $"account:{account.Id}", before: new { Roles = before }, after: new { Roles = after, Provider = proved.Provider.Key });

            // Sessions that were opened with more end now.
            await users.UpdateSecurityStampAsync(account);
        }

        return roles.Count == 0 ? (null, ExternalProblem.Unknown) : (account, null);
    }

    /// <summary>An account for somebody whom nobody invited, with what configuration gives for the claims; none where it gives nothing.</summary>
    private async Task<Account?> MakeAsync(ProvedIdentity proved, string mail, Language language)
    {
        var (roles, areas) = proved.Provider.RolesOf(proved.Claims);
        if (roles.Count == 0)
        {
            return null;
        }

        var account = new Account(mail, NameOf(proved, mail), language, "provider:" + proved.Provider.Key, time.UtcNow());
        account.Govern(proved.Provider.Key);
        account.Entrust(roles, areas);
        if (!(await users.CreateAsync(account)).Succeeded)
        {
            return null;
        }

        audit.Record("account.made-by-provider", $"account:{account.Id}", after: new { Roles = Words(roles, areas), Provider = proved.Provider.Key });
        return account;
    }

    private static string NameOf(ProvedIdentity proved, string mail)
    {
        var name = Cleaning.Clean(proved.Claims.One("name") ?? $"{proved.Claims.One("given_name")} {proved.Claims.One("family_name")}").ReplaceLineEndings(" ");
        name = name.Length == 0 ? mail.Split('@')[0] : name;
        return name.Length <= Account.NameLength ? name : name[..Account.NameLength];
    }

    private static string Words(IEnumerable<Role> roles, IEnumerable<Area> areas) => string.Join(
        ", ",
        roles.Select(role => role.ToString()).Distinct().Order(StringComparer.Ordinal).Concat(areas.Select(area => area.ToString()).Distinct().Order(StringComparer.Ordinal)));
}
