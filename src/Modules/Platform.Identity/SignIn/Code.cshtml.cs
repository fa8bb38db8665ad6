using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Passkeys;
using Platform.Identity.SecondFactor;
using Platform.Identity.Sessions;

namespace Platform.Identity.SignIn;

/// <summary>Between the password and the session: the second factor.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class CodeModel(SignIns signIns, SecondFactors factors, PasskeyDesk passkeys, IStringLocalizer<SignInTexts> texts) : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty, Required, MaxLength(40)]
    public string? Code { get; set; }

    public bool ByApp { get; private set; }

    public bool ByPasskey { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await signIns.PendingAsync(HttpContext) is not { } account)
        {
            return Again();
        }

        await OfferAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        await signIns.PendingAsync(HttpContext) is null ? BadRequest() : Content(await passkeys.AskToSignAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await signIns.PendingAsync(HttpContext) is not { } account)
        {
            return Again();
        }

        if ((await signIns.ByPasskeyAsync(HttpContext, credential, account)).Step == SignInStep.SignedIn)
        {
            return Redirect(Landing(Return));
        }

        ModelState.Clear();
        ModelState.AddModelError("", texts["PasskeyRefused"]);
        await OfferAsync(account);
        return Invalid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIns.PendingAsync(HttpContext) is not { } account)
        {
            return Again();
        }

        await OfferAsync(account);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await signIns.ByCodeAsync(HttpContext, account, Code!);
        if (result.Step == SignInStep.SignedIn)
        {
            return Redirect(Landing(Return));
        }

        ModelState.AddModelError(nameof(Code), result.Step == SignInStep.Wait ? texts.WaitFor(result.Wait) : texts["CodeRefused"]);
        return Invalid();
    }

    private async Task OfferAsync(Account account) =>
        (ByApp, ByPasskey) = (account.HasAuthenticator, await factors.HasPasskeyAsync(account, HttpContext.RequestAborted));

    private RedirectResult Again()
    {
        Notice = texts["Expired"];
        return To(SignInSchemes.SignInPath);
    }
}
