using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.Data.Mail;
using Platform.Identity.Accounts;
using Platform.Identity.SignIn;
using Platform.Kernel.Time;

namespace Platform.Identity.Sessions;

/// <summary>Knows a browser again by a cookie at random that names nobody, and tells the owner of an account of one that it does not know.</summary>
internal sealed class KnownDevices(SiteAccounts site, Mails mails, TimeProvider time)
{
    private const string CookieName = "device";

    private static readonly TimeSpan Memory = TimeSpan.FromDays(400);
    private static readonly HostCookies Cookies = new();

    /// <summary>Saved by the caller, with the session.</summary>
    public async Task SeenAsync(HttpContext context, Account account, string device)
    {
        var now = time.UtcNow();
        var key = Cookies.GetRequestCookie(context, CookieName);
        if (key is not { Length: 43 })
        {
            key = Secret.New();
        }

        Cookies.AppendResponseCookie(context, CookieName, key, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/",
            MaxAge = Memory,
            IsEssential = true,
        });
        var digest = Secret.DigestOf(key);
        var known = await site.Db.Set<KnownDevice>().Where(each => each.AccountId == account.Id).ToListAsync(context.RequestAborted);
        if (known.Find(each => each.KeyDigest == digest) is { } same)
        {
            same.Used(now);
            return;
        }

        site.Db.Add(new KnownDevice(account, digest, now));
        if (known.Count > 0)
        {
            mails.Send(account.Mail, account.Language, MailText.Of<SignInTexts>("NewDevice", site.DisplayName, device.Length > 0 ? device : "—", now).Leading($"{site.Address}/{account.Language.Tag}/account/sessions"));
        }
    }
}
