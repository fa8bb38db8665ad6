using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Identity.Accounts;
using Platform.Identity.Passkeys;
using Platform.Kernel.Time;

namespace Platform.Identity.SecondFactor;

/// <summary>The second proof: codes of an app, codes on paper. Passkeys prove both factors by themselves.</summary>
internal sealed class SecondFactors(SiteAccounts site, UserManager<Account> users, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan SetUpTime = TimeSpan.FromMinutes(30);

    public Task<bool> HasPasskeyAsync(Account account, CancellationToken cancellation) =>
        site.Db.Set<Passkey>().AnyAsync(passkey => passkey.AccountId == account.Id, cancellation);

    /// <summary>A new secret, to be shown and sent back: nothing is kept before the app has proved that it knows it.</summary>
    public (byte[] Secret, string Sealed) NewSecret(Account account)
    {
        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var until = time.UtcNow() + SetUpTime;
        return (secret, SetUpSeal(account).Protect(string.Create(CultureInfo.InvariantCulture, $"{until.Ticks} {Convert.ToBase64String(secret)}")));
    }

    /// <returns>None where it is not of this account or too old.</returns>
    public byte[]? Unseal(Account account, string? given)
    {
        try
        {
            return given is not null
                && SetUpSeal(account).Unprotect(given).Split(' ') is [var until, var secret]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.UtcNow().Ticks
                    ? Convert.FromBase64String(secret)
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes over a secret whose app has given a right code, and makes new recovery codes.</summary>
    /// <returns>The recovery codes, or none where the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(Account account, byte[] secret, string code, CancellationToken cancellation)
    {
        if (Totp.StepOf(secret, Plain(code), time.UtcNow(), last: null) is not { } step)
        {
            return null;
        }

        account.TakeAuthenticator(Seal().Protect(Convert.ToBase64String(secret)), time.UtcNow(), step);
        return await NewRecoveryCodesAsync(account, cancellation);
    }

    /// <summary>New codes in place of all before; saved by the caller.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account, CancellationToken cancellation)
    {
        site.Db.RemoveRange(await site.Db.Set<RecoveryCode>().Where(code => code.AccountId == account.Id).ToListAsync(cancellation));
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        site.Db.AddRange(codes.Select(code => new RecoveryCode(account.Id, code)));
        return codes;
    }

    /// <summary>A code of the app or a recovery code; either counts once.</summary>
    public async Task<bool> AcceptAsync(Account account, string code, CancellationToken cancellation)
    {
        if (account is { HasAuthenticator: true, AuthenticatorSecret: { } kept }
            && Totp.StepOf(Convert.FromBase64String(Seal().Unprotect(kept)), Plain(code), time.UtcNow(), account.LastCodeStep) is { } step)
        {
            account.CodeAccepted(step);
            return (await users.UpdateAsync(account)).Succeeded;
        }

        // One statement decides, so that a code sent twice at once opens once.
        var digest = RecoveryCode.DigestOf(account.Id, code);
        var now = time.UtcNow();
        return await site.Db.Set<RecoveryCode>()
            .Where(recovery => recovery.AccountId == account.Id && recovery.Digest == digest && recovery.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(recovery => recovery.UsedAt, now), cancellation) == 1;
    }

    private IDataProtector Seal() => protection.CreateProtector("authenticator", site.Name);

    private IDataProtector SetUpSeal(Account account) => protection.CreateProtector("authenticator.set-up", site.Name, account.SecurityStamp);

    /// <summary>Digits as people write them: in groups, in Arabic.</summary>
    private static string Plain(string code) =>
        string.Concat(code.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
}
