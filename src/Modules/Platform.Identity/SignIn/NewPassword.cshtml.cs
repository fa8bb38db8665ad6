using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.Links;
using Platform.Identity.Passwords;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;

namespace Platform.Identity.SignIn;

/// <summary>The link of a forgotten password. It ends every session and opens none: whoever has only the mailbox still lacks the second factor.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class NewPasswordModel(
    LinkDesk links, UserManager<Account> users, Mails mails, AuditTrail audit, IStringLocalizer<SignInTexts> texts, IStringLocalizer<AccountsTexts> words, TimeProvider time)
    : SignInPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    /// <summary>For the browser's list of passwords; none where the link opens nothing.</summary>
    public string? Mail { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var (_, account) = await FindAsync();
        return account is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (link, account) = await FindAsync();
        if (link is null || account is null)
        {
            return Gone();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        foreach (var rule in users.PasswordValidators)
        {
            if (await rule.ValidateAsync(users, account, Input.Password) is { Succeeded: false } refused)
            {
                ModelState.AddModelError("Input.Password", words.PasswordError(refused.Errors.First()));
                return Invalid();
            }
        }

        link.Use(time.UtcNow());
        account.PasswordHash = users.PasswordHasher.HashPassword(account, Input.Password!);
        audit.Record("account.password-changed", $"account:{account.Id}");
        mails.Send(account.Mail, account.Language, MailText.Of<SignInTexts>("PasswordChanged", Accounts.DisplayName, time.UtcNow()));
        try
        {
            if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
            {
                return Gone();
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            return Gone();
        }

        Notice = texts["PasswordSet"];
        return To(SignInSchemes.SignInPath);
    }

    private async Task<(AccountLink? Link, Account? Account)> FindAsync()
    {
        var link = await links.FindAsync(Token ?? "", LinkPurpose.NewPassword, HttpContext.RequestAborted);
        var account = link is null ? null : await Accounts.Db.Set<Account>().SingleAsync(each => each.Id == link.AccountId, HttpContext.RequestAborted);
        account = account is { IsActive: true, GovernedBy: null } ? account : null;
        Mail = account?.Mail;
        return (link, account);
    }

    private PageResult Gone()
    {
        Mail = null;
        Response.StatusCode = 410;
        return Page();
    }
}
