using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Leaving;
using Platform.Identity.Passkeys;
using Platform.Identity.SecondFactor;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Identity.MyAccount;

/// <summary>One's own account: name and language, and the way to everything else.</summary>
internal sealed class MyAccountModel(
    Providers providers, IStringLocalizer<CommonTexts> common, IStringLocalizer<AccountsTexts> words, IStringLocalizer<ExternalSignInTexts> external,
    IStringLocalizer<LeavingTexts> leaving, Departures departures) : OwnAccountPage
{
    [BindProperty]
    public MyAccountForm Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    /// <summary>The nation sends no news of processes.</summary>
    public bool IsOfCommune => !Accounts.IsNational;

    public int Passkeys { get; private set; }

    public int RecoveryCodes { get; private set; }

    /// <summary>Who else opens this account.</summary>
    public IReadOnlyList<ExternalIdentity> Identities { get; private set; } = [];

    /// <summary>What opens the account for good is not taken away: a provider that gives the roles, or the only way in.</summary>
    public bool MayUnlink => Account.GovernedBy is null && (Account.PasswordHash is not null || Passkeys > 0);

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
        if (!(await Users.UpdateAsync(Account)).Succeeded)
        {
            var page = Overtaken();
            await LoadAsync();
            return page;
        }

        Notice = common["Saved"];
        return Redirect(PathOf("/account"));
    }

    /// <summary>The name of a provider; of one that is configured no more, its key.</summary>
    public string NameOf(string provider) => providers.Find(Accounts.Name, provider)?.Name.In(Language) ?? provider;

    /// <param name="id">One of one's own: another's is not found.</param>
    public async Task<IActionResult> OnPostUnlinkAsync(int id)
    {
        await LoadAsync();
        if (Identities.FirstOrDefault(identity => identity.Id == id) is not { } identity || !MayUnlink)
        {
            return NotFound();
        }

        Accounts.Db.Remove(identity);
        Audit.Record("account.external-unlinked", $"account:{Account.Id}", before: new { identity.Provider });
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        Notice = external["Unlinked", NameOf(identity.Provider)];
        return Redirect(PathOf("/account"));
    }

    /// <summary>It was to be deleted, and stays.</summary>
    public async Task<IActionResult> OnPostKeepAsync()
    {
        var account = await AccountAsync();
        if (account.LeavesOn is not null && await departures.StayAsync(account))
        {
            Notice = leaving["Kept"];
        }

        return Redirect(PathOf("/account"));
    }

    private async Task LoadAsync()
    {
        Account = await AccountAsync();
        Passkeys = await Accounts.Db.Set<Passkey>().CountAsync(passkey => passkey.AccountId == Account.Id, HttpContext.RequestAborted);
        Identities = await Accounts.Db.Set<ExternalIdentity>().Where(identity => identity.AccountId == Account.Id).OrderBy(identity => identity.Id).ToListAsync(HttpContext.RequestAborted);
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
