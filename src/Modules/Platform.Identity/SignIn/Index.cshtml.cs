using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;

namespace Platform.Identity.SignIn;

[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(SignIns signIns, IStringLocalizer<SignInTexts> texts) : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    public PageResult OnGet() => Page();

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
