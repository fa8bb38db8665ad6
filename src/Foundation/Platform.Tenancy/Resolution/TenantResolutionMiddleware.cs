using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;

namespace Platform.Tenancy.Resolution;

/// <summary>
/// Gives the request its site, and the commune to its scope, its logs and its span. Fails closed: where there is no open site, nothing but the
/// error page and static files is reachable behind it.
/// </summary>
public sealed class TenantResolutionMiddleware(
    RequestDelegate next, TenantResolver resolver, IOptions<SiteOptions> site, ILogger<TenantResolutionMiddleware> log)
{
    private const string ProvisioningRetrySeconds = "30";

    public async Task InvokeAsync(HttpContext context, CurrentSite currentSite, CurrentCommune currentCommune)
    {
        currentSite.NationalAddress = site.Value.AddressOf(site.Value.BaseHost);
        if (currentSite.Kind != SiteKind.None || IsErrorPage(context))
        {
            await next(context);
            return;
        }

        switch (await resolver.ResolveAsync(context.Request.Host.Host, context.RequestAborted))
        {
            case ResolvedHost.National:
                currentSite.Kind = SiteKind.National;
                await next(context);
                return;
            case ResolvedHost.OfCommune { Tenant: var tenant }:
                await ServeAsync(context, tenant, currentSite, currentCommune);
                return;
            default:
                await next(context);
                return;
        }
    }

    private async Task ServeAsync(HttpContext context, Tenant tenant, CurrentSite currentSite, CurrentCommune currentCommune)
    {
        var slug = tenant.Commune.Slug;
        using var scope = log.BeginScope(new Dictionary<string, object> { ["commune"] = slug });
        System.Diagnostics.Activity.Current?.SetTag("commune", slug);
        context.Features.Set(new TenantFeature(slug));
        switch (tenant.State)
        {
            case CommuneState.Active:
                currentCommune.Set(tenant.Commune);
                currentSite.Kind = SiteKind.Commune;
                await next(context);
                return;
            case CommuneState.Archived:
                await RefuseAsync(context, StatusCodes.Status410Gone);
                return;
            case CommuneState.Provisioning:
                await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, ProvisioningRetrySeconds);
                return;
            default:
                await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable);
                return;
        }
    }

    /// <summary>What answers everywhere still does, so that the error page has its styles; everything else finds no site here.</summary>
    private async Task RefuseAsync(HttpContext context, int status, string? retryAfter = null)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound })
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
        }
    }

    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}

/// <summary>The commune of a request, for telemetry, even where its site is not open.</summary>
public sealed record TenantFeature(string Slug);
