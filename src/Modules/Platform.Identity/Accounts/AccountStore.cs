using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Identity.Passkeys;

namespace Platform.Identity.Accounts;

/// <summary>What ASP.NET Core Identity asks of accounts, answered from the database of the site of this scope.</summary>
internal sealed class AccountStore(SiteAccounts site)
    : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserEmailStore<Account>, IUserPasskeyStore<Account>
{
    private IQueryable<Account> Whole => site.Db.Set<Account>().Include(account => account.Roles);

    public void Dispose()
    {
        // The context belongs to the scope.
    }

    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        site.Db.Add(user);
        await site.Db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        try
        {
            await site.Db.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The row of an account stays, as the audit trail names it; what it said of a person is forgotten.");

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? Whole.SingleOrDefaultAsync(account => account.Id == id, cancellationToken)
            : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByEmailAsync(normalizedUserName, cancellationToken);

    /// <summary>
    /// Letter by letter, whatever the collation of the database: one that takes wide letters for narrow ones would find the account by spellings without
    /// end, each with guesses of its own.
    /// </summary>
    public async Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        await Whole.SingleOrDefaultAsync(account => account.MailKey == normalizedEmail, cancellationToken) is { } found
        && string.Equals(found.MailKey, normalizedEmail, StringComparison.Ordinal)
            ? found
            : null;

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    // The mail address is the name that one signs in with.
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.MailKey);

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken)
    {
        user.MoveTo(email ?? throw new ArgumentNullException(nameof(email)));
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.MailKey);

    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await OfAsync(user, passkey.CredentialId, cancellationToken) is { } known)
        {
            known.Take(passkey);
        }
        else
        {
            user.Passkeys.Add(new Passkey(passkey));
        }
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        var passkeys = await site.Db.Set<Passkey>().Where(passkey => passkey.AccountId == user.Id).OrderBy(passkey => passkey.Id).ToListAsync(cancellationToken);
        return passkeys.ConvertAll(passkey => passkey.ToInfo());
    }

    public Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var digest = Passkey.DigestOf(credentialId);
        return Whole.SingleOrDefaultAsync(account => account.Passkeys.Any(passkey => passkey.CredentialDigest == digest), cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await OfAsync(user, credentialId, cancellationToken))?.ToInfo();

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await OfAsync(user, credentialId, cancellationToken) is { } passkey)
        {
            site.Db.Remove(passkey);
        }
    }

    private Task<Passkey?> OfAsync(Account user, byte[] credentialId, CancellationToken cancellation)
    {
        var digest = Passkey.DigestOf(credentialId);
        return site.Db.Set<Passkey>().SingleOrDefaultAsync(passkey => passkey.AccountId == user.Id && passkey.CredentialDigest == digest, cancellation);
    }
}
