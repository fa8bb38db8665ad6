using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;

namespace Platform.Identity.Passkeys;

/// <summary>
/// The two ceremonies of WebAuthn: making a passkey and signing with it. Between the challenge and the answer, what was asked is kept in a sealed cookie of
/// this site; each answer uses it up.
/// </summary>
internal sealed class PasskeyDesk(SiteAccounts site, UserManager<Account> users, IPasskeyHandler<Account> handler, IDataProtectionProvider protection, TimeProvider time)
{
    public const int LongestAnswer = 20_000;

    private const string CookieName = "passkey";
    private const string Making = "making";
    private const string Signing = "signing";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly HostCookies Cookies = new();

    /// <summary>What the browser is asked, to make a passkey of this account.</summary>
    public async Task<string> AskToMakeAsync(HttpContext context, Account account)
    {
        var options = await handler.MakeCreationOptionsAsync(
            new() { Id = account.Id.ToString(CultureInfo.InvariantCulture), Name = account.Mail, DisplayName = account.Name }, context);
        Keep(context, $"{Making} {account.Id}", options.AttestationState ?? "");
        return options.CreationOptionsJson;
    }

    /// <summary>Takes the new passkey into the account, unsaved; none where the browser's answer is not what was asked.</summary>
    public async Task<Passkey?> MakeAsync(HttpContext context, Account account, string? answer, string name)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || Take(context, $"{Making} {account.Id}") is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString(CultureInfo.InvariantCulture) || !result.Passkey.IsUserVerified)
        {
            return null;
        }

        var passkey = new Passkey(result.Passkey);
        passkey.Rename(name);
        if (await site.Db.Set<Passkey>().AnyAsync(other => other.CredentialDigest == passkey.CredentialDigest, context.RequestAborted))
        {
            return null;
        }

        account.Passkeys.Add(passkey);
        return passkey;
    }

    /// <summary>What the browser is asked, to sign in: nobody is named, so nobody is betrayed.</summary>
    public async Task<string> AskToSignAsync(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        Keep(context, Signing, options.AssertionState ?? "");
        return options.RequestOptionsJson;
    }

    /// <summary>Whose passkey signed; none where the answer is not what was asked.</summary>
    public async Task<Account?> SignAsync(HttpContext context, string? answer)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || Take(context, Signing) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || !result.Passkey.IsUserVerified || !result.User.IsActive)
        {
            return null;
        }

        var digest = Passkey.DigestOf(result.Passkey.CredentialId);
        (await site.Db.Set<Passkey>().SingleAsync(passkey => passkey.CredentialDigest == digest, context.RequestAborted)).Used(time.UtcNow());
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    private void Keep(HttpContext context, string purpose, string state)
    {
        var until = time.UtcNow() + Patience;
        Cookies.AppendResponseCookie(
            context, CookieName, Seal(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{until.Ticks} {state}")), Cookie(context, Patience));
    }

    private string? Take(HttpContext context, string purpose)
    {
        var kept = Cookies.GetRequestCookie(context, CookieName);
        Cookies.DeleteCookie(context, CookieName, Cookie(context, null));
        try
        {
            return kept is not null
                && Seal(purpose).Unprotect(kept).Split(' ', 2) is [var until, var state]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.UtcNow().Ticks
                    ? state
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Seal(string purpose) => protection.CreateProtector("passkey", site.Name, purpose);

    private static CookieOptions Cookie(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };
}
