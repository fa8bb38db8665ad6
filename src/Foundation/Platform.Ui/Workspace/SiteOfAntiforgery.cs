using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.People;

namespace Platform.Ui.Workspace;

/// <summary>Binds antiforgery tokens to the site that gave them: all sites share one ring of keys, so another's token would open here.</summary>
internal sealed class SiteOfAntiforgery : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context)
    {
        var services = context.RequestServices;
        return services.GetRequiredService<CurrentCommune>().IsKnown(out var commune)
            ? PersonClaims.CommuneSite + commune.Slug
            : services.GetRequiredService<CurrentSite>().Kind == SiteKind.National ? PersonClaims.NationalSite : "";
    }

    public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
        additionalData.Length > 0 && additionalData == GetAdditionalData(context);
}
