using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Resolution;
using Platform.Ui.Sites;

namespace Platform.Composition.ReadyAnswers;

/// <summary>
/// Answers a public page that is ready before anything else looks at the request: no scope, no routing, no agreement on an encoding. The host is resolved all
/// the same, so that a commune that is not open, or a host that stands for another one by now, gets nothing from here.
/// </summary>
internal sealed class ServeReadyAnswers(RequestDelegate next, ReadyAnswerStore ready, TenantResolver resolver, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ReadyKey.Of(context.Request) is { } key)
        {
            // Only for what is ready is the host resolved here: what needs no site, as the health of the product, must not wait for a database.
            if (ready.Find(key) is { } answer
                && await resolver.ResolveAsync(context.Request.Host.Host, context.RequestAborted) is var host
                && TagOf(host) == answer.Tag)
            {
                await AnswerAsync(context, answer, host);
                return;
            }

            context.Features.Set(new Wanted(key));
        }

        await next(context);
    }

    private ValueTask<FlushResult> AnswerAsync(HttpContext context, ReadyAnswer answer, ResolvedHost host)
    {
        var response = context.Response;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Age = ((long)(time.GetUtcNow() - answer.MadeAt).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentLength = answer.Body.Length;
        Tell(context, answer, host);
        return response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <summary>Telemetry learns as much as of a page that was made.</summary>
    private static void Tell(HttpContext context, ReadyAnswer answer, ResolvedHost host)
    {
        context.SetEndpoint(answer.Endpoint);
        if (host is ResolvedHost.OfCommune { Tenant.Commune.Slug: var slug })
        {
            context.Features.Set(new TenantFeature(slug));
        }
        else
        {
            context.Features.Set(NationalSite.Instance);
        }
    }

    private static string? TagOf(ResolvedHost host) => host switch
    {
        ResolvedHost.National => PublicCache.NationalTag,
        ResolvedHost.OfCommune { Tenant: { State: CommuneState.Active } tenant } => PublicCache.TagOf(tenant.Commune.Slug),
        _ => null,
    };
}
