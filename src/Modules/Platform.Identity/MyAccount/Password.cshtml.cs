using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.Passwords;
using Platform.Identity.SignIn;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Identity.MyAccount;

/// <summary>A new password for somebody who has just proved who they are. Every other session ends.</summary>
[Recent]
internal sealed class PasswordModel(Mails mails, IStringLocalizer<MyAccountTexts> texts, IStringLocalizer<AccountsTexts> words, TimeProvider time) : OwnAccountPage
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    /// <remarks>An account whose roles come from a provider opens through that provider alone: it has no password to set.</remarks>
    public async Task<IActionResult> OnGetAsync() => (await AccountAsync()).GovernedBy is null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await AccountAsync();
        if (account.GovernedBy is not null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        foreach (var rule in Users.PasswordValidators)
        {
            if (await rule.ValidateAsync(Users, account, Input.Password) is { Succeeded: false } refused)
            {
                ModelState.AddModelError("Input.Password", words.PasswordError(refused.Errors.First()));
                return Invalid();
            }
        }

        account.PasswordHash = Users.PasswordHasher.HashPassword(account, Input.Password!);
        Audit.Record("account.password-changed", $"account:{account.Id}");
        mails.Send(account.Mail, account.Language, MailText.Of<SignInTexts>("PasswordChanged", Accounts.DisplayName, time.UtcNow()));
        if (!await SaveProofAsync(account))
        {
            return Overtaken();
        }

        Notice = texts["PasswordChanged"];
        return Redirect(PathOf("/account"));
    }
}
