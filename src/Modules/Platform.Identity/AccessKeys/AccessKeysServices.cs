using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity.Sessions;
using Platform.Kernel.People;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Identity.AccessKeys;

internal static class AccessKeysServices
{
    public static IServiceCollection AddAccessKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AccessKeyHandler>(AccessKeyHandler.SchemeName, null);

        // The API takes keys and never a cookie: no page elsewhere can make a browser write through it.
        services.Configure<CookieAuthenticationOptions>(
            SignInSchemes.Session, cookie => cookie.ForwardDefaultSelector = context => Api.IsAt(context.Request.Path) ? AccessKeyHandler.SchemeName : null);
        return services.AddWorkspaceEntry<AccessKeysTexts>(920, "/workspace/access-keys", "AccessKeys", Area.Team);
    }
}
