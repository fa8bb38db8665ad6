using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Passkeys;

namespace Platform.Identity.SignIn;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(SignIns signIns, PasskeyDesk passkeys, Providers providers, IStringLocalizer<SignInTexts> texts, IStringLocalizer<ExternalSignInTexts> external)
    : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    /// <summary>Who else may say who somebody is on this site.</summary>
    public IReadOnlyList<Provider> Providers => providers.Of(Accounts.Name);

    /// <summary>Why a provider's sign-in came to nothing, in words.</summary>
    public string? Problem { get; private set; }

    /// <summary>The provider at which somebody who has just left is still signed in.</summary>
    public Provider? StillAt { get; private set; }

    /// <param name="problem">Why a provider's sign-in came to nothing.</param>
    /// <param name="left">Key of the provider through which somebody had come who has just left.</param>
    public PageResult OnGet(string? problem, string? left)
    {
        StillAt = providers.Find(Accounts.Name, left);
        if (Enum.TryParse<ExternalProblem>(problem, ignoreCase: true, out var known) && Enum.IsDefined(known))
        {
            Problem = external["Problem" + known];
        }

        return Page();
    }

    public async Task<ContentResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.AskToSignAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        if ((await signIns.ByPasskeyAsync(HttpContext, credential)).Step == SignInStep.SignedIn)
        {
            return Redirect(Landing(Return));
        }

        ModelState.AddModelError("", texts["PasskeyRefused"]);
        return Invalid();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var result = await signIns.ByPasswordAsync(HttpContext, Input.Mail!, Input.Password!);
        switch (result.Step)
        {
            case SignInStep.SignedIn:
                return Redirect(Landing(Return));
            case SignInStep.SecondFactor:
                return RedirectToPage("/SignIn/Code", new { @return = Return });
            case SignInStep.Wait:
                ModelState.AddModelError("", texts.WaitFor(result.Wait));
                return Invalid();
            default:
                ModelState.AddModelError("", texts["Refused"]);
                return Invalid();
        }
    }
}

internal sealed class SignInForm
{
    [Required, MaxLength(Account.MailLength)]
    public string? Mail { get; set; }

    [Required, DataType(DataType.Password), MaxLength(256)]
    public string? Password { get; set; }
}
