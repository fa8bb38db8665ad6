using Microsoft.AspNetCore.Http;

namespace Platform.Participation.Contributions.Answering;

/// <summary>
/// What a browser keeps for a day, from the first form that it opens: something that nobody else knows, and that says nothing of anybody. It makes a double
/// sending one and counts a visitor once; it is never kept in the database, only digests that it is a part of.
/// </summary>
internal static class BrowserSecret
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public static string Of(HttpContext context)
    {
        var name = NameOf(context);
        if (context.Items[name] is string known)
        {
            return known;
        }

        var secret = context.Request.Cookies[name] is { } kept && Tracking.IsTicket(kept) ? kept : Tracking.NewTicket();
        context.Items[name] = secret;
        context.Response.Cookies.Append(
            name, secret, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = Kept });
        return secret;
    }

    /// <summary>Somebody else answers on this device now.</summary>
    public static void Forget(HttpContext context) =>
        context.Response.Cookies.Delete(NameOf(context), new() { Secure = context.Request.IsHttps, Path = "/" });

    private static string NameOf(HttpContext context) => context.Request.IsHttps ? "__Host-answering" : "answering";
}
