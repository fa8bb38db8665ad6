using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.Links;

namespace Platform.Identity.SignIn;

/// <summary>Mails a link to choose a new password. The answer, and the time it takes, are the same whether there is an account or not.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ForgottenModel(UserManager<Account> users, Attempts attempts, LinkDesk links, Mails mails, AuditTrail audit) : SignInPage
{
    private static readonly TimeSpan Always = TimeSpan.FromMilliseconds(400);

    [BindProperty, Required, MaxLength(Account.MailLength)]
    public string? Mail { get; set; }

    public bool Answered { get; private set; }

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var began = Stopwatch.GetTimestamp();
        if ((await attempts.BeginAsync(Attempts.OfForgotten(Mail!), HttpContext.RequestAborted)).Wait is null
            && await users.FindByEmailAsync(Mail!) is { IsActive: true, GovernedBy: null } account)
        {
            var link = await links.NewAsync(account, LinkPurpose.NewPassword, "/sign-in/new-password", null, HttpContext.RequestAborted);
            audit.Record("account.new-password-asked", $"account:{account.Id}");
            mails.Send(account.Mail, account.Language, MailText.Of<SignInTexts>("NewPassword", Accounts.DisplayName).Leading(link));
            await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        if (Always - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, HttpContext.RequestAborted);
        }

        Answered = true;
        return Page();
    }
}
