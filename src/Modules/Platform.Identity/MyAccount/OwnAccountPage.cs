using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;

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

    protected string PathOf(string path) => $"/{Language.Tag}{path}";
}
