using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Identity.Accounts;
using Platform.Identity.Passkeys;
using Platform.Ui.Workspace;

namespace Platform.Identity.MyAccount;

/// <summary>One's passkeys: added, named, removed.</summary>
[Recent]
internal sealed class PasskeysModel(PasskeyDesk desk, IStringLocalizer<PasskeysTexts> texts) : OwnAccountPage
{
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];

    [BindProperty, MaxLength(Passkey.NameLength)]
    public string? Name { get; set; }

    public async Task OnGetAsync() => Passkeys = await OwnAsync();

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await desk.AskToMakeAsync(HttpContext, await AccountAsync()), "application/json");

    public async Task<IActionResult> OnPostAddAsync(string? credential)
    {
        var account = await AccountAsync();
        if (!ModelState.IsValid || await desk.MakeAsync(HttpContext, account, credential, Name ?? texts["DefaultName"]) is null)
        {
            ModelState.AddModelError("", texts["Failed"]);
            Passkeys = await OwnAsync();
            return Invalid();
        }

        Audit.Record("account.passkey-added", $"account:{account.Id}");
        return await SaveProofAsync(account) ? Done("Added") : await OvertakenAsync();
    }

    public async Task<IActionResult> OnPostRenameAsync(int id)
    {
        if (await OneAsync(id) is not { } passkey)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Name is null)
        {
            Passkeys = await OwnAsync();
            return Invalid();
        }

        passkey.Rename(Name);
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        return Done("Renamed");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id)
    {
        if (await OneAsync(id) is not { } passkey)
        {
            return NotFound();
        }

        var account = await AccountAsync();
        Passkeys = await OwnAsync();
        var othersLeft = Passkeys.Count > 1;
        if ((account.NeedsSecondFactor && !othersLeft && !account.HasAuthenticator) || (account.PasswordHash is null && !othersLeft))
        {
            ModelState.AddModelError("", texts["LastOne"]);
            return Invalid();
        }

        Accounts.Db.Remove(passkey);
        Audit.Record("account.passkey-removed", $"account:{account.Id}");
        return await SaveProofAsync(account) ? Done("Removed") : await OvertakenAsync();
    }

    private async Task<PageResult> OvertakenAsync()
    {
        var page = Overtaken();
        Passkeys = await OwnAsync();
        return page;
    }

    private RedirectResult Done(string what)
    {
        Notice = texts[what];
        return Redirect(PathOf("/account/passkeys"));
    }

    private Task<Passkey?> OneAsync(int id) =>
        Accounts.Db.Set<Passkey>().SingleOrDefaultAsync(passkey => passkey.Id == id && passkey.AccountId == Person.Account, HttpContext.RequestAborted);

    private Task<List<Passkey>> OwnAsync() =>
        Accounts.Db.Set<Passkey>().Where(passkey => passkey.AccountId == Person.Account).OrderBy(passkey => passkey.Id).ToListAsync(HttpContext.RequestAborted);
}
