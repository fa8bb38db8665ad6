using Microsoft.EntityFrameworkCore;
using Platform.Kernel.People;

namespace Platform.Identity.Accounts;

internal sealed class People(SiteAccounts site) : IPeople
{
    public async Task<IReadOnlyDictionary<int, string>> NamesAsync(IReadOnlyCollection<int> accounts, CancellationToken cancellation) => accounts.Count == 0
        ? new Dictionary<int, string>()
        : await site.Db.Set<Account>().Where(account => accounts.Contains(account.Id) && account.Name != "").ToDictionaryAsync(account => account.Id, account => account.Name, cancellation);

    public async Task<IReadOnlyList<Member>> WithAccountsAsync(IReadOnlyCollection<int> accounts, CancellationToken cancellation) =>
        accounts.Count == 0 ? [] : await ReadAsync(account => accounts.Contains(account.Id) && account.LeavesOn == null, cancellation);

    public async Task<IReadOnlyList<Member>> MembersAsync(IReadOnlyCollection<Role> roles, CancellationToken cancellation)
    {
        var wanted = roles.Count > 0 ? roles : [.. site.Roles.Where(role => role.NeedsSecondFactor())];
        return await ReadAsync(account => account.Roles.Any(role => wanted.Contains(role.Role)), cancellation);
    }

    public Task<IReadOnlyList<Member>> EntrustedAsync(Area area, CancellationToken cancellation) => ReadAsync(
        account => account.Roles.Any(role => role.Role == Role.FocalPoint || (role.Role == Role.TeamMember && role.Area == area)), cancellation);

    private async Task<IReadOnlyList<Member>> ReadAsync(System.Linq.Expressions.Expression<Func<Account, bool>> which, CancellationToken cancellation)
    {
        var accounts = await site.Db.Set<Account>().AsNoTracking()
            .Include(account => account.Roles)
            .Where(account => account.BlockedAt == null)
            .Where(which)
            .OrderBy(account => account.Name).ThenBy(account => account.Id)
            .ToListAsync(cancellation);
        return accounts.ConvertAll(Of);
    }

    private static Member Of(Account account) => new(
        account.Id, account.Name, account.Mail, account.Language,
        [.. account.Roles.Select(role => role.Role).Distinct()],
        [.. account.Roles.Select(role => role.Area).OfType<Area>().Distinct()]);
}
