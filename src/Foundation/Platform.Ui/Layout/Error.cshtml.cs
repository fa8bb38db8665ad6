using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>What went wrong and what to do about it, in the visitor's language, on every site and on none.</summary>
[Site(SiteKind.None, Anywhere = true)]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel(CurrentSite site) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 410, 429, 500, 503];

    /// <summary>From the address alone: where a form could not be read, nothing is bound.</summary>
    public int Status => int.TryParse(RouteData.Values["status"]?.ToString(), CultureInfo.InvariantCulture, out var status) ? status : 0;

    /// <summary>The status whose texts are shown.</summary>
    public string Said => Known.Contains(Status) ? Status.ToString(CultureInfo.InvariantCulture) : "Other";

    public bool HasSite => site.Kind != SiteKind.None;

    public bool NoSite => Status == 404 && !HasSite;

    public bool CanRetry => Status is 429 or >= 500;

    /// <summary>What was refused is a choice in the address of a page (a filter, a period): the page without it is one step away.</summary>
    public bool CanDropQuery => Status == 400 && HttpMethods.IsGet(Request.Method)
        && HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString is { Length: > 1 };

    /// <summary>The list of communes, where this is not the national site itself.</summary>
    public string? NationalHref => site.Kind != SiteKind.National && site.NationalAddress.Length > 0 ? site.NationalAddress + PageFrame.Root : null;

    public void OnGet() => Response.StatusCode = Answer();

    // Asked for by its own address, the page tells of itself; shown instead of another, it keeps that answer's status.
    private int Answer() => Response.StatusCode != 200 ? Response.StatusCode : Status is >= 400 and < 600 ? Status : 404;
}
