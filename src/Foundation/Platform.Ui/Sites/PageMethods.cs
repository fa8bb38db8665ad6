using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Ui.Sites;

/// <summary>
/// Answers 405 where a page has no handler for the method. The framework would show the page without having filled it: a fault for OPTIONS and TRACE,
/// an empty page at best.
/// </summary>
internal sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<CompiledPageActionDescriptor>() is { } page && metadata.GetMetadata<SiteAttribute>() is { Anywhere: false })
        {
            var handled = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).ToHashSet();
            if (handled.Contains(HttpMethods.Get))
            {
                handled.Add(HttpMethods.Head);
            }

            if (!handled.Contains(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = string.Join(", ", handled.Order(StringComparer.Ordinal));
                return Task.CompletedTask;
            }
        }

        return next(context);
    }

    /// <summary>Before routing: an error page is read, whatever was tried.</summary>
    public static Task ReadErrorPage(HttpContext context, RequestDelegate next)
    {
        var shown = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (shown && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
