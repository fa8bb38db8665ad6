using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Leaving;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.Team;

internal enum MembershipChange
{
    Done,

    /// <summary>Somebody else changed the account at the same moment.</summary>
    Raced,

    /// <summary>It would leave the site without anybody who can do everything.</summary>
    LastOne,
}

/// <summary>Who works on this site: what they may do, and whether they may come in at all.</summary>
internal sealed class Membership(SiteAccounts site, UserManager<Account> users, AuditTrail audit, Departures departures, TimeProvider time)
{
    /// <summary>The role without which nobody could let anybody in, and that only those who have it give and take.</summary>
    public Role Keeper => site.IsNational ? Role.Operator : Role.FocalPoint;

    /// <summary>Members with roles, active first, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation) => await site.Db.Set<Account>().AsNoTracking()
        .Include(account => account.Roles)
        .Where(account => account.DeletedAt == null)
        .OrderBy(account => account.BlockedAt != null).ThenBy(account => account.Name).ThenBy(account => account.Id)
        .ToListAsync(cancellation);

    public Task<Account?> FindAsync(int id, CancellationToken cancellation) =>
        site.Db.Set<Account>().Include(account => account.Roles).SingleOrDefaultAsync(account => account.Id == id && account.DeletedAt == null, cancellation);

    public async Task<MembershipChange> EntrustAsync(Account account, Role role, IReadOnlyList<Area> areas, CancellationToken cancellation)
    {
        if (role != Keeper && await IsLastAsync(account, cancellation))
        {
            return MembershipChange.LastOne;
        }

        var wasKeeper = IsKeeper(account);
        var before = Words(account);
        var gone = account.Entrust([role], areas);
        account.TakeOver();
        site.Db.RemoveRange(gone);
        var after = string.Join(", ", new[] { role.ToString() }.Concat(role == Role.TeamMember ? areas.Select(area => area.ToString()) : []));
        audit.Record("account.entrusted", $"account:{account.Id}", before: new { Roles = before }, after: new { Roles = after });
        return await KeepingOneAsync(() => SaveAsync(account), wasKeeper, cancellation);
    }

    public async Task<MembershipChange> BlockAsync(Account account, CancellationToken cancellation)
    {
        if (await IsLastAsync(account, cancellation))
        {
            return MembershipChange.LastOne;
        }

        var wasKeeper = IsKeeper(account);
        account.Block(time.UtcNow());
        audit.Record("account.blocked", $"account:{account.Id}");
        return await KeepingOneAsync(() => SaveAsync(account), wasKeeper, cancellation);
    }

    public async Task<MembershipChange> UnblockAsync(Account account)
    {
        account.Unblock();
        account.Stay();
        audit.Record("account.unblocked", $"account:{account.Id}");
        return await SaveAsync(account);
    }

    /// <summary>Shut out at once, and deleted after some days in which <see cref="UnblockAsync"/> undoes it.</summary>
    public async Task<MembershipChange> RemoveAsync(Account account, CancellationToken cancellation)
    {
        if (await IsLastAsync(account, cancellation))
        {
            return MembershipChange.LastOne;
        }

        var wasKeeper = IsKeeper(account);
        account.Block(time.UtcNow());
        return await KeepingOneAsync(
            async () => await departures.LetGoAsync(account) ? MembershipChange.Done : MembershipChange.Raced, wasKeeper, cancellation);
    }

    /// <summary>Phone and paper lost: the person sets the second factor up anew at the next sign-in.</summary>
    public async Task<MembershipChange> ForgetSecondFactorAsync(Account account, CancellationToken cancellation)
    {
        account.RemoveAuthenticator();
        site.Db.RemoveRange(await site.Db.Set<Passkeys.Passkey>().Where(passkey => passkey.AccountId == account.Id).ToListAsync(cancellation));
        site.Db.RemoveRange(await site.Db.Set<SecondFactor.RecoveryCode>().Where(code => code.AccountId == account.Id).ToListAsync(cancellation));
        audit.Record("account.second-factor-forgotten", $"account:{account.Id}");
        return (await users.UpdateSecurityStampAsync(account)).Succeeded ? MembershipChange.Done : MembershipChange.Raced;
    }

    private async Task<MembershipChange> SaveAsync(Account account) =>
        (await users.UpdateAsync(account)).Succeeded ? MembershipChange.Done : MembershipChange.Raced;

    /// <summary>
    /// Saves where somebody is left who manages the site. Two who shut each other out at once both saw the other a moment before: whoever comes second waits
    /// for the trail, and finds nobody left.
    /// </summary>
    private async Task<MembershipChange> KeepingOneAsync(Func<Task<MembershipChange>> save, bool wasKeeper, CancellationToken cancellation)
    {
        if (!wasKeeper)
        {
            return await save();
        }

        await using var transaction = await site.Db.BeginActAsync(cancellation);
        var change = await save();
        if (change != MembershipChange.Done)
        {
            return change;
        }

        if (!await AnyKeeperAsync(0, cancellation))
        {
            site.Db.ChangeTracker.Clear();
            return MembershipChange.LastOne;
        }

        await transaction.CommitAsync(cancellation);
        return MembershipChange.Done;
    }

    public bool IsKeeper(Account account) => account.IsActive && account.Roles.Exists(role => role.Role == Keeper);

    private async Task<bool> IsLastAsync(Account account, CancellationToken cancellation) =>
        IsKeeper(account) && !await AnyKeeperAsync(account.Id, cancellation);

    private Task<bool> AnyKeeperAsync(int apartFrom, CancellationToken cancellation)
    {
        var keeper = Keeper;
        return site.Db.Set<Account>().AnyAsync(
            other => other.Id != apartFrom && other.BlockedAt == null && other.Roles.Any(role => role.Role == keeper), cancellation);
    }

    private static string Words(Account account) =>
        string.Join(", ", account.Roles.Select(role => role.Role.ToString()).Distinct().Concat(account.Roles.Select(role => role.Area).OfType<Area>().Select(area => area.ToString())));
}
