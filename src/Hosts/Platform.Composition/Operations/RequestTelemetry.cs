using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Platform.Composition.ReadyAnswers;
using Platform.Kernel.Communes;
using Platform.Tenancy.Resolution;

namespace Platform.Composition.Operations;

/// <summary>
/// Says on the span of a request what it was: the framework leaves that to instrumentation. Only the route, never the address as it was typed, which can
/// hold what a person wrote. In the pipeline only where telemetry is sent.
/// </summary>
internal sealed class RequestTelemetry(RequestDelegate next)
{
    public const string MeterName = "Platform.Requests";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("platform.requests", description: "Requests, by commune and status");

    public async Task InvokeAsync(HttpContext context, CurrentSite site)
    {
        try
        {
            await next(context);
        }
        finally
        {
            var commune = context.Features.Get<TenantFeature>()?.Slug ?? (site.Kind == SiteKind.National || context.Features.Get<NationalSite>() is not null ? "national" : "none");
            var status = context.Response.StatusCode;
            Requests.Add(1, new KeyValuePair<string, object?>("commune", commune), new("http.response.status_code", status));
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
            {
                Describe(activity, context, commune, status);
            }
        }
    }

    private static void Describe(Activity activity, HttpContext context, string commune, int status)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route.TrimStart('/')}";
        activity.SetTag("commune", commune);
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.response.status_code", status);
        if (route is not null)
        {
            activity.SetTag("http.route", route);
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
