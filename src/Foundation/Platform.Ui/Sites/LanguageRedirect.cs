using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Ui.Sites;

/// <summary>Sends a visitor who asked for a page without a language to the page in the preferred one.</summary>
internal sealed class LanguageRedirect(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // A language that the commune does not offer leads to Arabic, which every site has.
        if (context.Features.Get<LanguageFeature>() is { InPath: true, Language: var asked }
            && context.RequestServices.GetRequiredService<CurrentCommune>().IsKnown(out var commune)
            && !commune.Profile.Languages.Contains(asked.Tag)
            && context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && context.GetEndpoint()?.Metadata.GetMetadata<SiteAttribute>() is { Anywhere: false }
            && HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Path.StartsWithSegments("/workspace", StringComparison.Ordinal))
        {
            context.Response.Redirect(UriHelper.BuildRelative("/" + Language.Arabic.Tag, context.Request.Path, context.Request.QueryString));
            return Task.CompletedTask;
        }

        if (context.Features.Get<LanguageFeature>() is { InPath: false, Language: var language }
            && context.GetEndpoint()?.Metadata is { } metadata
            && metadata.GetMetadata<PageActionDescriptor>() is not null
            && metadata.GetMetadata<SiteAttribute>() is { Anywhere: false }
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            context.Response.Headers.Vary = "Accept-Language";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(UriHelper.BuildRelative("/" + language.Tag, context.Request.Path, context.Request.QueryString));
            return Task.CompletedTask;
        }

        return next(context);
    }
}
