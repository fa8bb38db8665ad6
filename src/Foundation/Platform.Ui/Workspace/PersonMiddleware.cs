using Microsoft.AspNetCore.Http;
using Platform.Kernel.Communes;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>
/// After the sign-in was read: tells the scope who acts. A sign-in of another site is no sign-in, whatever let it through.
/// </summary>
internal sealed class PersonMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentPerson person, CurrentSite site, CurrentCommune commune)
    {
        if (person.IsSignedIn)
        {
            // The error page, shown in the place of another to the same person.
            return next(context);
        }

        person.ComesFrom(context.Connection.RemoteIpAddress?.ToString());
        if (context.User.Identity?.IsAuthenticated == true)
        {
            var here = site.Kind switch
            {
                SiteKind.National => PersonClaims.NationalSite,
                SiteKind.Commune => PersonClaims.CommuneSite + commune.Value.Slug,
                _ => null,
            };
            if (here is not null && context.User.FindFirst(PersonClaims.Site)?.Value == here)
            {
                person.SignedIn(context.User);
            }
            else
            {
                context.User = new();
            }
        }

        return next(context);
    }
}
