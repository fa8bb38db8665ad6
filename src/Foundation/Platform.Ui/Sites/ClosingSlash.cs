using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Platform.Ui.Sites;

/// <summary>
/// One address for each thing: routing takes <c>/ar/charter/</c> for <c>/ar/charter</c>, readers and caches should not. The root alone may have one.
/// </summary>
internal sealed class ClosingSlash(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is not [_, .., '/'] path
            || context.GetEndpoint()?.Metadata.GetMetadata<SiteAttribute>() is not { Anywhere: false }
            || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = UriHelper.BuildRelative(context.Request.PathBase, path[..^1], context.Request.QueryString);
        return Task.CompletedTask;
    }
}
