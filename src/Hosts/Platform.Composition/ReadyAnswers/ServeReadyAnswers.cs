using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Operations;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Resolution;
using Platform.Ui.Sites;

namespace Platform.Composition.ReadyAnswers;

/// <summary>
/// Answers a public page that is ready before anything else looks at the request: no scope, no routing, no agreement on an encoding. The host is resolved all
/// the same, so that a commune that is not open, or a host that stands for another one by now, gets nothing from here.
/// </summary>
internal sealed class ServeReadyAnswers(RequestDelegate next, ReadyAnswerStore ready, TenantResolver resolver, TimeProvider time, IServiceProvider services)
{
    /// <summary>True where spans and counts of requests are sent somewhere.</summary>
    private readonly bool told = services.GetService<Telemetry.Target>() is not null;

    public Task InvokeAsync(HttpContext context)
    {
        if (ReadyKey.Of(context.Request) is not { } key)
        {
            return next(context);
        }

        // Only for what is ready is the host resolved here: what needs no site, as the health of the product, must not wait for a database.
        return ready.Find(key) is { } answer ? AnswerAsync(context, key, answer) : MakeAsync(context, key);
    }

    private Task MakeAsync(HttpContext context, ReadyKey key)
    {
        context.Features.Set(new Wanted(key));
        return next(context);
    }

    private async Task AnswerAsync(HttpContext context, ReadyKey key, ReadyAnswer answer)
    {
        if (await ResolveAsync(context) is { } host && TagOf(host) == answer.Tag)
        {
            await WriteAsync(context, answer, host);
        }
        else
        {
            await MakeAsync(context, key);
        }
    }

    /// <returns>None where the catalog cannot be read now: whoever handles faults meets that again.</returns>
    private async ValueTask<ResolvedHost?> ResolveAsync(HttpContext context)
    {
#pragma warning disable CA1031 // Nothing stands before this that would make an answer of a fault.
        try
        {
            return await resolver.ResolveAsync(context.Request.Host.Host, context.RequestAborted);
        }
        catch (Exception)
        {
            return null;
        }
#pragma warning restore CA1031
    }

    private ValueTask<FlushResult> WriteAsync(HttpContext context, ReadyAnswer answer, ResolvedHost host)
    {
        var response = context.Response;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Age = ((long)(time.GetUtcNow() - answer.MadeAt).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        response.ContentLength = answer.Body.Length;
        if (told || context.Features.Get<IHttpMetricsTagsFeature>() is not null)
        {
            Tell(context, answer, host);
        }

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
