using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.Links;
using Platform.Identity.SignIn;
using Platform.Ui.Workspace;

namespace Platform.Identity.MyAccount;

/// <summary>Asks for another mail address. It becomes the account's when a link sent there was opened; until then nothing changes.</summary>
[Recent]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class MailModel(Mails mails, LinkDesk links, IStringLocalizer<MyAccountTexts> texts) : OwnAccountPage
{
    [BindProperty, Required, MaxLength(Account.MailLength)]
    public string? Mail { get; set; }

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Mail is not null && !Mails.IsAddress(Mail))
        {
            ModelState.AddModelError(nameof(Mail), "ValidationMail");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        // An address that somebody else has here is answered in the same way, and nothing is sent.
        if (await Users.FindByEmailAsync(Mail!) is null)
        {
            var account = await AccountAsync();
            var link = await links.NewAsync(account, LinkPurpose.NewMail, "/account/mail/confirm", Mail, HttpContext.RequestAborted);
            mails.Send(Mail!, account.Language, MailText.Of<MyAccountTexts>("NewMail", Accounts.DisplayName).Leading(link));
            Audit.Record("account.new-mail-asked", $"account:{account.Id}");
            await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        Notice = texts["NewMailSent"];
        return Redirect(PathOf("/account"));
    }
}
