using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Passkeys;
using Platform.Identity.SecondFactor;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Identity.MyAccount;

/// <summary>One's own account: name and language, and the way to everything else.</summary>
internal sealed class MyAccountModel(IStringLocalizer<CommonTexts> common, IStringLocalizer<AccountsTexts> words) : OwnAccountPage
{
    [BindProperty]
    public MyAccountForm Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public int RecoveryCodes { get; private set; }

    public IEnumerable<SelectListItem> LanguagesOfMails =>
        [new(common["LanguageArabic"], Language.Arabic.Tag), new(common["LanguageFrench"], Language.French.Tag)];

    public IEnumerable<string> Entrusted => Account.Roles.Select(role => role.Area is { } area ? words["Area" + area].Value : words["Role" + role.Role].Value);

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new() { Name = Account.Name, Language = Account.LanguageTag };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!ModelState.IsValid || Language.OfPage(Input.Language) is not { } language)
        {
            return Invalid();
        }

        Account.Rename(Input.Name!);
        Account.Speak(language);
        Audit.Record("account.changed", $"account:{Account.Id}");
        await Users.UpdateAsync(Account);
        Notice = common["Saved"];
        return Redirect(PathOf("/account"));
    }

    private async Task LoadAsync()
    {
        Account = await AccountAsync();
        Passkeys = await Accounts.Db.Set<Passkey>().CountAsync(passkey => passkey.AccountId == Account.Id, HttpContext.RequestAborted);
        RecoveryCodes = await Accounts.Db.Set<RecoveryCode>().CountAsync(code => code.AccountId == Account.Id && code.UsedAt == null, HttpContext.RequestAborted);
    }
}

internal sealed class MyAccountForm
{
    [Required, MaxLength(Account.NameLength)]
    public string? Name { get; set; }

    [Required]
    public string? Language { get; set; }
}
