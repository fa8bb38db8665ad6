using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.Accounts;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.Sessions;

/// <summary>How requests prove who they come from. Whoever else proves it (a provider outside) ends in a session too.</summary>
internal static class SignInSchemes
{
    /// <summary>The cookie of somebody who is signed in.</summary>
    public const string Session = "session";

    /// <summary>The cookie between the password and the second factor.</summary>
    public const string Pending = "pending";

    public const string SignInPath = "/sign-in";
    public const string CodePath = "/sign-in/code";
    public const string SecondFactorPath = "/account/second-factor";
    public const string ReturnKey = RecentAttribute.ReturnKey;

    private static readonly TimeSpan LongestPending = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddSignInSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(Session)
            .AddCookie(Session, cookie =>
            {
                Configure(cookie, "session", Platform.Identity.Sessions.Session.Longest);
                cookie.LoginPath = SignInPath;
                cookie.AccessDeniedPath = SecondFactorPath;
                cookie.ReturnUrlParameter = ReturnKey;
                cookie.Events.OnValidatePrincipal = ValidateAsync;
                cookie.Events.OnRedirectToLogin = AskToSignIn;
                cookie.Events.OnRedirectToAccessDenied = RefuseOrLead;
            })
            .AddCookie(Pending, cookie => Configure(cookie, "sign-in", LongestPending));
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options, string name, TimeSpan longest)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = longest;
        options.SlidingExpiration = false;
    }

    /// <summary>All sites share one ring of keys, so a cookie of another site opens here: it is refused for the site that it names.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var site = services.GetRequiredService<SiteAccounts>();
        var principal = services.GetRequiredService<CurrentSite>().Kind != SiteKind.None
            && context.Principal?.FindFirst(PersonClaims.Site)?.Value == site.Name
            && context.Principal.FindFirst(SessionClaims.Key)?.Value is { } key
                ? await services.GetRequiredService<SessionBook>().ReadAsync(key, context.HttpContext.RequestAborted)
                : null;
        if (principal is null)
        {
            context.RejectPrincipal();
        }
        else
        {
            if (context.Principal!.FindFirst(SessionClaims.Provider) is { } provider)
            {
                ((ClaimsIdentity)principal.Identity!).AddClaim(new(SessionClaims.Provider, provider.Value));
            }

            context.ReplacePrincipal(principal);
        }
    }

    /// <summary>The page that was asked for comes after the sign-in; what was posted to it cannot be, so its form does.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Api.IsAt(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whoever owes a second factor is led to set it up; for everybody else no is no.</summary>
    private static Task RefuseOrLead(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!Api.IsAt(context.Request.Path) && context.HttpContext.User.HasClaim(claim => claim.Type == SessionClaims.SecondFactorMissing))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
