using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Passkeys;
using Platform.Identity.SecondFactor;
using Platform.Identity.Sessions;

namespace Platform.Identity.SignIn;

internal enum SignInStep
{
    /// <summary>Wrong. Which part of it is nobody's business.</summary>
    Refused,

    /// <summary>Too many guesses: wait first.</summary>
    Wait,

    /// <summary>Right so far; the second factor is asked for.</summary>
    SecondFactor,

    SignedIn,
}

internal sealed record SignInResult(SignInStep Step, TimeSpan Wait = default);

/// <summary>From who somebody claims to be to a session, step by step.</summary>
internal sealed class SignIns(
    SiteAccounts site, UserManager<Account> users, IPasswordHasher<Account> hasher, Attempts attempts, SecondFactors factors, PasskeyDesk passkeys,
    SessionBook sessions, KnownDevices devices, AuditTrail audit)
{
    private static string? nobodysHash;

    public async Task<SignInResult> ByPasswordAsync(HttpContext context, string mail, string password)
    {
        var what = Attempts.OfPassword(mail);
        if (await attempts.BeginAsync(what, context.RequestAborted) is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        var account = await users.FindByEmailAsync(mail);
        var right = account is { PasswordHash: not null } ? await users.CheckPasswordAsync(account, password) : CheckNobodys(password);
        if (!right || account is not { IsActive: true })
        {
            return new(SignInStep.Refused);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        if (account.HasAuthenticator || await factors.HasPasskeyAsync(account, context.RequestAborted))
        {
            await context.SignInAsync(SignInSchemes.Pending, PendingSignIn.Ticket(site, account));
            return new(SignInStep.SecondFactor);
        }

        await OpenAsync(context, account, secondFactor: false);
        return new(SignInStep.SignedIn);
    }

    /// <summary>The account whose password was right a moment ago, on this site.</summary>
    public async Task<Account?> PendingAsync(HttpContext context)
    {
        var pending = await context.AuthenticateAsync(SignInSchemes.Pending);
        return pending.Principal is { } principal
            && PendingSignIn.AccountOf(principal, site) is { } id
            && await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) is { IsActive: true } account
            && PendingSignIn.IsStillOf(principal, account)
                ? account
                : null;
    }

    public async Task<SignInResult> ByCodeAsync(HttpContext context, Account account, string code)
    {
        var what = Attempts.OfCode(account);
        if (await attempts.BeginAsync(what, context.RequestAborted) is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        if (!await factors.AcceptAsync(account, code, context.RequestAborted))
        {
            return new(SignInStep.Refused);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        await OpenAsync(context, account, secondFactor: true);
        return new(SignInStep.SignedIn);
    }

    /// <summary>A passkey proves both factors: the device, and its owner to the device.</summary>
    /// <param name="expected">Whose it has to be, where the password was right already.</param>
    public async Task<SignInResult> ByPasskeyAsync(HttpContext context, string? answer, Account? expected = null)
    {
        if (await passkeys.SignAsync(context, answer) is not { } account || (expected is not null && expected.Id != account.Id))
        {
            return new(SignInStep.Refused);
        }

        await OpenAsync(context, account, secondFactor: true);
        return new(SignInStep.SignedIn);
    }

    /// <summary>Whether this is the password of the account; guesses are counted as at the door.</summary>
    public async Task<SignInResult> ProvePasswordAsync(HttpContext context, Account account, string password)
    {
        var what = Attempts.OfPassword(account.Mail);
        if (await attempts.BeginAsync(what, context.RequestAborted) is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        if (account.PasswordHash is null || !await users.CheckPasswordAsync(account, password))
        {
            return new(SignInStep.Refused);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        return new(SignInStep.SignedIn);
    }

    /// <summary>Opens a session for somebody who has proved who they are.</summary>
    public async Task OpenAsync(HttpContext context, Account account, bool secondFactor)
    {
        audit.Record("account.signed-in", $"account:{account.Id}");
        var device = DeviceName.Of(context.Request.Headers.UserAgent);
        await devices.SeenAsync(context, account, device);
        var key = await sessions.OpenAsync(
            account, device, context.Connection.RemoteIpAddress?.ToString(), secondFactor, context.RequestAborted);
        await context.SignOutAsync(SignInSchemes.Pending);
        await context.SignInAsync(SignInSchemes.Session, sessions.Ticket(key));
    }

    /// <summary>As much work as with a real account, so that the time taken does not tell the two apart.</summary>
    private bool CheckNobodys(string password)
    {
        nobodysHash ??= hasher.HashPassword(null!, Secret.New());
        hasher.VerifyHashedPassword(null!, nobodysHash, password);
        return false;
    }
}
