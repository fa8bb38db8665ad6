using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;

namespace Platform.Identity.SignIn;

/// <summary>Between the password and the session: the second factor.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class CodeModel(SignIns signIns, IStringLocalizer<SignInTexts> texts) : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty, Required, MaxLength(40)]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIns.PendingAsync(HttpContext) is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIns.PendingAsync(HttpContext) is not { } account)
        {
            return Again();
        }

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

    private RedirectResult Again()
    {
        Notice = texts["Expired"];
        return Redirect($"/{Language.Tag}{SignInSchemes.SignInPath}");
    }
}
