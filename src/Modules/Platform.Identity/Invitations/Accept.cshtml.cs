using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Passwords;
using Platform.Identity.Sessions;
using Platform.Identity.SignIn;

namespace Platform.Identity.Invitations;

/// <summary>The link of an invitation. Opening it changes nothing: programs that look into mails open links too.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class AcceptModel(
    InvitationDesk desk, SignIns signIns, IStringLocalizer<InvitationsTexts> texts, IStringLocalizer<AccountsTexts> words) : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty]
    public AcceptForm Input { get; set; } = new();

    public Invitation? Invitation { get; private set; }

    public string Invited => texts[
        "Lead",
        Accounts.DisplayName.In(Language),
        words["Role" + Invitation!.Role].Value];

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Invitation = await desk.FindAsync(Token ?? "", HttpContext.RequestAborted);
        return Invitation is null ? Gone() : Page();
    }

    /// <param name="with"><c>passkey</c>: no password is wanted; the next page asks for the passkey.</param>
    public async Task<IActionResult> OnPostAsync(string? with)
    {
        Invitation = await desk.FindAsync(Token ?? "", HttpContext.RequestAborted);
        if (Invitation is null)
        {
            return Gone();
        }

        var password = with == "passkey" && Invitation.Role.NeedsSecondFactor() ? null : Input.Password;
        if (with == "passkey" && password is null)
        {
            ModelState.Remove("Input.Password");
            ModelState.Remove("Input.Again");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var (account, result) = await desk.AcceptAsync(Invitation, Input.Name!, password, Language);
        if (account is null)
        {
            if (result.Errors.Any(error => error.Code == "ConcurrencyFailure"))
            {
                Invitation = null;
                return Gone();
            }

            foreach (var error in result.Errors)
            {
                ModelState.AddModelError("Input.Password", words.PasswordError(error));
            }

            return Invalid();
        }

        await signIns.OpenAsync(HttpContext, account, secondFactor: false);
        return Redirect(account.NeedsSecondFactor ? $"/{Language.Tag}{SignInSchemes.SecondFactorPath}" : Landing(null));
    }

    private PageResult Gone()
    {
        Response.StatusCode = 410;
        return Page();
    }
}

internal sealed class AcceptForm
{
    [Required, MaxLength(Account.NameLength)]
    public string? Name { get; set; }

    [Required, DataType(DataType.Password), MaxLength(256)]
    public string? Password { get; set; }

    [Required, DataType(DataType.Password), Compare(nameof(Password))]
    public string? Again { get; set; }
}
