using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Identity.SecondFactor;
using Platform.Ui.Workspace;

namespace Platform.Identity.MyAccount;

/// <summary>New recovery codes in place of those before, shown this once.</summary>
[Recent]
internal sealed class RecoveryCodesModel(SecondFactors factors) : OwnAccountPage
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await AccountAsync();
        var codes = await factors.NewRecoveryCodesAsync(account, HttpContext.RequestAborted);
        Audit.Record("account.recovery-codes-made", $"account:{account.Id}");
        await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);

        // Shown once they are kept: of two clicks at once the second keeps none.
        Codes = codes;
        return Page();
    }
}
