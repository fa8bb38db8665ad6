using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Identity.AccessKeys;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Invitations;
using Platform.Identity.Links;
using Platform.Identity.Passkeys;
using Platform.Identity.SecondFactor;
using Platform.Identity.Sessions;
using Platform.Identity.Upkeep;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.Leaving;

/// <summary>
/// Accounts that are to be deleted. First they wait for some days, in which a word undoes it; then a night forgets who it was, with all that the rooms keep of the
/// account. What was done for others stays in the audit trail with the name of who did it.
/// </summary>
internal sealed class Departures(
    SiteAccounts site, IServiceProvider services, UserManager<Account> users, AuditTrail audit, Mails mails, IOptions<KeepOptions> keep, TimeProvider time)
{
    /// <summary>Who acts for others is let go by the focal point: somebody has to know that it falls to somebody else.</summary>
    public static bool MayAlone(Account account) => !account.NeedsSecondFactor;

    /// <summary>The day from which on it cannot be undone, where it is asked for today.</summary>
    public DateOnly Day => time.TodayInMorocco().AddDays(keep.Value.LeavingDays);

    /// <summary>Its owner wants it: every session ends, and a mail says until when it can be undone, and where.</summary>
    /// <returns>False where somebody else changed the account at the same moment.</returns>
    public Task<bool> AskAsync(Account account, bool eraseAll)
    {
        mails.Send(
            account.Mail, account.Language,
            MailText.Of<LeavingTexts>("Deletion", site.DisplayName, Day).Leading($"{site.Address}/{account.Language.Tag}/account"));
        return LeaveAsync(account, "account.deletion-asked", eraseAll);
    }

    /// <summary>Who manages accounts wants it, and has shut it: a mail says whom to ask.</summary>
    /// <returns>False where somebody else changed the account at the same moment.</returns>
    public Task<bool> LetGoAsync(Account account)
    {
        mails.Send(account.Mail, account.Language, MailText.Of<LeavingTexts>("Removal", site.DisplayName, Day));
        return LeaveAsync(account, "account.removal-asked", eraseAll: false);
    }

    public async Task<bool> StayAsync(Account account)
    {
        account.Stay();
        audit.Record("account.deletion-undone", $"account:{account.Id}");
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>Deletes those whose time is over, each in a transaction of its own.</summary>
    public async Task CarryOutAsync(CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var due = await site.Db.Set<Account>().Where(account => account.LeavesOn <= today).OrderBy(account => account.Id).Select(account => account.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            site.Db.ChangeTracker.Clear();

            // Whoever has changed their mind since the list was read stays.
            if (await site.Db.Set<Account>().Include(account => account.Roles).SingleOrDefaultAsync(account => account.Id == id && account.LeavesOn <= today, cancellation) is { } account)
            {
                await DeleteAsync(account, cancellation);
            }
        }
    }

    private async Task<bool> LeaveAsync(Account account, string verb, bool eraseAll)
    {
        account.Leave(Day, eraseAll);
        audit.Record(verb, $"account:{account.Id}", after: new { account.LeavesOn });
        return (await users.UpdateSecurityStampAsync(account)).Succeeded;
    }

    private async Task DeleteAsync(Account account, CancellationToken cancellation)
    {
        var (db, id, mail) = (site.Db, account.Id, account.MailKey);
        await using var transaction = await db.BeginActAsync(cancellation);

        // The nation's accounts have nothing in the rooms of communes.
        foreach (var room in site.IsNational ? [] : services.GetServices<IKeptOfAccount>())
        {
            await room.ForgetAsync(id, account.ErasesAll, cancellation);
        }

        await db.Set<Session>().Where(session => session.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<KnownDevice>().Where(device => device.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<Passkey>().Where(passkey => passkey.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<RecoveryCode>().Where(code => code.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<AccountLink>().Where(link => link.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<ExternalIdentity>().Where(identity => identity.AccountId == id).ExecuteDeleteAsync(cancellation);
        await db.Set<Invitation>().Where(invitation => invitation.MailKey == mail).ExecuteDeleteAsync(cancellation);
        foreach (var key in await KeysAsync(id, cancellation))
        {
            key.Revoke(time.UtcNow());
        }

        var keepName = account.NeedsSecondFactor || await HasActedForOthersAsync(id, cancellation);
        if (Mails.IsAddress(account.Mail))
        {
            mails.Send(account.Mail, account.Language, MailText.Of<LeavingTexts>("Deleted", site.DisplayName));
        }

        db.RemoveRange(account.Roles);
        account.Delete(time.UtcNow(), keepName);
        audit.Record("account.deleted", $"account:{id}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A program writes in the name of an account: with it, it is over.</summary>
    private async Task<IReadOnlyList<AccessKey>> KeysAsync(int account, CancellationToken cancellation) =>
        await site.Db.Set<AccessKey>().Where(key => key.AccountId == account && key.RevokedAt == null).ToListAsync(cancellation);

    /// <summary>Somebody who worked here once and is a citizen now: what was done then keeps its name. What concerns only oneself does not.</summary>
    private Task<bool> HasActedForOthersAsync(int account, CancellationToken cancellation)
    {
        var actor = string.Create(CultureInfo.InvariantCulture, $"{(site.IsNational ? "staff" : "account")}:{account}");
        return site.Db.Set<AuditEntry>().AnyAsync(
            act => act.Actor == actor && !act.Subject.StartsWith("account:") && !act.Subject.StartsWith("contribution:"), cancellation);
    }
}
