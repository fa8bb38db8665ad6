using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Ui.Sites;

namespace Platform.Ui.Workspace;

/// <summary>
/// On a page with a dangerous act: somebody who has not proved who they are for ten minutes is asked again first, and comes back here afterwards. A form that
/// was opened in time may be sent ten minutes longer.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecentAttribute : Attribute, IResourceFilter
{
    public const string Path = "/account/confirm";
    public const string ReturnKey = "return";

    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(10);

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        var reading = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (now - ProvedAt(http) > (reading ? Recent : Recent * 2))
        {
            var here = UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path, http.Request.QueryString);
            context.Result = new RedirectResult($"/{Languages.Current.Tag}{Path}{QueryString.Create(ReturnKey, here)}");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Nothing to do afterwards.
    }

    private static DateTimeOffset ProvedAt(HttpContext context) =>
        long.TryParse(context.User.FindFirst(PersonClaims.ProvedAt)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new(ticks, TimeSpan.Zero)
            : DateTimeOffset.MinValue;
}
