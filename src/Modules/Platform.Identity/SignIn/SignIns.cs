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
    SessionBook sessions, KnownDevices devices, FailedSignIns failures, AuditTrail audit)
{
    private static string? nobodysHash;

    public async Task<SignInResult> ByPasswordAsync(HttpContext context, string mail, string password)
    {
        var what = Attempts.OfPassword(mail);
        var guess = await attempts.BeginAsync(what, context.RequestAborted);
        if (guess.Wait is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        var account = await users.FindByEmailAsync(mail);
        var right = account is { PasswordHash: not null } ? await users.CheckPasswordAsync(account, password) : CheckNobodys(password);
        if (!right || account is not { IsActive: true, GovernedBy: null })
        {
            return await RefuseAsync(context, account, "password", guess);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        return await AskForSecondFactorAsync(context, account, provider: null);
    }

    /// <summary>Somebody whom a provider has proved to be this account.</summary>
    /// <param name="secondFactor">Whether the provider has asked for a second factor, and is believed; otherwise ours is asked for.</param>
    public async Task<SignInResult> ByProviderAsync(HttpContext context, Account account, string provider, bool secondFactor)
    {
        if (!secondFactor)
        {
            return await AskForSecondFactorAsync(context, account, provider);
        }

        await OpenAsync(context, account, secondFactor: true, provider);
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
        var guess = await attempts.BeginAsync(what, context.RequestAborted);
        if (guess.Wait is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        if (!await factors.AcceptAsync(account, code, context.RequestAborted))
        {
            return await RefuseAsync(context, account, "code", guess);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        await OpenAsync(context, account, secondFactor: true);
        return new(SignInStep.SignedIn);
    }

    /// <summary>A passkey proves both factors: the device, and its owner to the device.</summary>
    /// <param name="expected">Whose it has to be, where the password was right already.</param>
    public async Task<SignInResult> ByPasskeyAsync(HttpContext context, string? answer, Account? expected = null)
    {
        if (await passkeys.SignAsync(context, answer) is not { } account || (expected is null ? account.GovernedBy is not null : expected.Id != account.Id))
        {
            return await RefuseAsync(context, expected, "passkey", null);
        }

        await OpenAsync(context, account, secondFactor: true);
        return new(SignInStep.SignedIn);
    }

    /// <summary>Whether this is the password of the account; guesses are counted as at the door.</summary>
    public async Task<SignInResult> ProvePasswordAsync(HttpContext context, Account account, string password)
    {
        var what = Attempts.OfPassword(account.Mail);
        var guess = await attempts.BeginAsync(what, context.RequestAborted);
        if (guess.Wait is { } wait)
        {
            return new(SignInStep.Wait, wait);
        }

        if (account.PasswordHash is null || !await users.CheckPasswordAsync(account, password))
        {
            return await RefuseAsync(context, account, "password", guess);
        }

        await attempts.SucceededAsync(what, context.RequestAborted);
        return new(SignInStep.SignedIn);
    }

    /// <summary>Opens a session for somebody who has proved who they are.</summary>
    /// <param name="provider">Key of the provider that has proved it, where it was one.</param>
    public async Task OpenAsync(HttpContext context, Account account, bool secondFactor, string? provider = null)
    {
        provider ??= await PendingProviderAsync(context, account);
        audit.Record("account.signed-in", $"account:{account.Id}", after: provider is null ? null : new { Provider = provider });
        var device = DeviceName.Of(context.Request.Headers.UserAgent);
        await devices.SeenAsync(context, account, device);
        var key = await sessions.OpenAsync(
            account, device, context.Connection.RemoteIpAddress?.ToString(), secondFactor, context.RequestAborted);
        await context.SignOutAsync(SignInSchemes.Pending);
        await context.SignInAsync(SignInSchemes.Session, sessions.Ticket(key, provider));
    }

    /// <summary>The provider that stood in for the password of this account, where the second factor was ours.</summary>
    private async Task<string?> PendingProviderAsync(HttpContext context, Account account) =>
        (await context.AuthenticateAsync(SignInSchemes.Pending)).Principal is { } pending && PendingSignIn.AccountOf(pending, site) == account.Id
            ? PendingSignIn.ProviderOf(pending)
            : null;

    /// <summary>The first factor is right: the second is asked for, or owed where the account has none yet.</summary>
    private async Task<SignInResult> AskForSecondFactorAsync(HttpContext context, Account account, string? provider)
    {
        if (account.HasAuthenticator || await factors.HasPasskeyAsync(account, context.RequestAborted))
        {
            // What a provider's sign-in has changed of the account is kept, whatever becomes of the code.
            await site.Db.SaveChangesAsync(context.RequestAborted);
            await context.SignInAsync(SignInSchemes.Pending, PendingSignIn.Ticket(site, account, provider));
            return new(SignInStep.SecondFactor);
        }

        await OpenAsync(context, account, secondFactor: false, provider);
        return new(SignInStep.SignedIn);
    }

    private async Task<SignInResult> RefuseAsync(HttpContext context, Account? tried, string way, Guess? guess)
    {
        await failures.RecordAsync(tried, way, guess?.Count, context.RequestAborted);
        return new(SignInStep.Refused);
    }

    /// <summary>As much work as with a real account, so that the time taken does not tell the two apart.</summary>
    private bool CheckNobodys(string password)
    {
        nobodysHash ??= hasher.HashPassword(null!, Secret.New());
        hasher.VerifyHashedPassword(null!, nobodysHash, password);
        return false;
    }
}
