using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.Sessions;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Accounts;

/// <summary>A page about signing in, the same on every site and about this site's accounts alone.</summary>
[Site(SiteKind.None, EverySite = true)]
internal abstract class SignInPage : PersonalPage
{
    public SiteAccounts Accounts => HttpContext.RequestServices.GetRequiredService<SiteAccounts>();

    /// <summary>Where the person wanted to go, if that is on this site; otherwise where their work is.</summary>
    protected string Landing(string? wanted) => Url.IsLocalUrl(wanted) ? wanted! : $"/{Language.Tag}/workspace";
}

/// <summary>A page of one's own account.</summary>
[Authorize]
internal abstract class AccountPage : SignInPage
{
    /// <summary>Whether it serves people who still owe their second factor.</summary>
    protected virtual bool BeforeSecondFactor => false;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!BeforeSecondFactor && User.HasClaim(claim => claim.Type == SessionClaims.SecondFactorMissing))
        {
            context.Result = To(SignInSchemes.SecondFactorPath);
        }
    }
}
