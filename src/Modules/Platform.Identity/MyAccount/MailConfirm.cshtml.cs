using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data.Mail;
using Platform.Identity.Links;
using Platform.Kernel.Time;

namespace Platform.Identity.MyAccount;

/// <summary>The link sent to the new address, opened by the owner of the account. The old address is told.</summary>
internal sealed class MailConfirmModel(LinkDesk links, Mails mails, IStringLocalizer<MyAccountTexts> texts, TimeProvider time) : OwnAccountPage
{
    [BindProperty(SupportsGet = true, Name = "token")]
    public string? Token { get; set; }

    public string? NewMail { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return await FindAsync() is null ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { Mail: { } mail } link || await Users.FindByEmailAsync(mail) is not null)
        {
            return Gone();
        }

        var account = await AccountAsync();
        var before = account.Mail;
        link.Use(time.UtcNow());
        account.MoveTo(mail);
        Audit.Record("account.mail-changed", $"account:{account.Id}");
        mails.Send(before, account.Language, MailText.Of<MyAccountTexts>("MailChanged", Accounts.DisplayName, time.UtcNow()));
        try
        {
            if (!await SaveProofAsync(account))
            {
                return Gone();
            }
        }
        catch (DbUpdateException)
        {
            return Gone();
        }

        Notice = texts["MailIsChanged"];
        return Redirect(PathOf("/account"));
    }

    private async Task<AccountLink?> FindAsync()
    {
        var link = await links.FindAsync(Token ?? "", LinkPurpose.NewMail, HttpContext.RequestAborted);
        link = link?.AccountId == Person.Account ? link : null;
        NewMail = link?.Mail;
        return link;
    }

    private PageResult Gone()
    {
        NewMail = null;
        Response.StatusCode = 410;
        return Page();
    }
}
