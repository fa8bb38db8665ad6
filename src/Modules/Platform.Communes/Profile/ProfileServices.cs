using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Communes.Profile;

internal static class ProfileServices
{
    public static IServiceCollection AddProfile(this IServiceCollection services) => services
        .AddScoped<IdentityDesk>()
        .AddScoped<ISetupSource, IdentitySetup>()
        .AddWorkspaceEntry<ProfileTexts>(800, "/workspace/identity", "CommuneIdentity", Area.Identity)
        .AddNavigation<ProfileTexts>(900, SiteKind.Commune, "/about", "About");

    /// <summary><c>/logo.png</c>: its address carries its digest, so it can be kept for a year.</summary>
    public static IEndpointRouteBuilder MapLogo(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/logo.png", async (HttpContext context, CommuneContext db, CancellationToken cancellation) =>
        {
            var logo = await db.Set<Identity>().OrderBy(identity => identity.Id).Select(identity => identity.Logo).FirstOrDefaultAsync(cancellation);
            if (logo is null)
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Bytes(logo, "image/png");
        }).WithMetadata(new SiteAttribute(SiteKind.Commune)).CacheOutput(PublicCache.Policy).ExcludeFromDescription();
        return endpoints;
    }
}
