using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Ui;

namespace Platform.Identity.MyAccount;

/// <summary>A page on which somebody changes their own account.</summary>
internal abstract class OwnAccountPage : AccountPage
{
    protected UserManager<Account> Users => HttpContext.RequestServices.GetRequiredService<UserManager<Account>>();

    protected AuditTrail Audit => HttpContext.RequestServices.GetRequiredService<AuditTrail>();

    protected async Task<Account> AccountAsync() => (await Users.FindByIdAsync(Person.Account.ToString(CultureInfo.InvariantCulture)))!;

    protected async Task<Session> SessionAsync() =>
        (await HttpContext.RequestServices.GetRequiredService<SessionBook>().FindAsync(User, HttpContext.RequestAborted))!;

    /// <summary>What proves the person has changed: saves it and ends every other session.</summary>
    /// <returns>False where somebody else changed the account at the same moment.</returns>
    protected async Task<bool> SaveProofAsync(Account account)
    {
        var session = await SessionAsync();
        var saved = await Users.UpdateSecurityStampAsync(account);
        if (saved.Succeeded)
        {
            session.Follow(account);
            await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        return saved.Succeeded;
    }

    /// <summary>The account was changed elsewhere in this moment: nothing of this was kept, and the person is told.</summary>
    protected PageResult Overtaken()
    {
        Accounts.Db.ChangeTracker.Clear();
        ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<IStringLocalizer<CommonTexts>>()["ConflictTitle"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    protected string PathOf(string path) => $"/{Language.Tag}{path}";
}
