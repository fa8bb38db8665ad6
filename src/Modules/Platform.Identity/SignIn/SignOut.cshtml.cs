using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Identity.Accounts;
using Platform.Identity.ExternalSignIn;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;

namespace Platform.Identity.SignIn;

/// <summary>Ends the session here and on the server. Whoever came through a provider is told that they are still signed in there, and how to leave.</summary>
internal sealed class SignOutModel(SessionBook sessions, Providers providers, ExternalDesk desk, AuditTrail audit, IStringLocalizer<SignInTexts> texts, TimeProvider time) : SignInPage
{
    public PageResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Person.IsSignedIn && await sessions.FindAsync(User, HttpContext.RequestAborted) is { } session)
        {
            session.End(time.UtcNow());
            audit.Record("account.signed-out", $"account:{session.AccountId}");
            await Accounts.Db.SaveChangesAsync(HttpContext.RequestAborted);
        }

        var provider = providers.Find(Accounts.Name, User.FindFirst(SessionClaims.Provider)?.Value);
        await HttpContext.SignOutAsync(SignInSchemes.Session);
        await HttpContext.SignOutAsync(SignInSchemes.Pending);
        Notice = texts["SignedOut"];
        var left = provider is not null && await desk.EndAsync(HttpContext, provider) is not null ? $"?left={provider.Key}" : "";
        return To($"{SignInSchemes.SignInPath}{left}");
    }
}
