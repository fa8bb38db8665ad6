using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Ui.Sites;

/// <summary>Sends a visitor who asked for a page without a language to the page in the preferred one.</summary>
internal sealed class LanguageRedirect(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
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
