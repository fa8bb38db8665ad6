using Microsoft.EntityFrameworkCore;
using Platform.Identity.Accounts;
using Platform.Kernel.Time;

namespace Platform.Identity.Links;

/// <summary>Makes links and looks them up. The token stands in the query: the path of a request is named in every line of the logs. What they do is done by the page that they open.</summary>
internal sealed class LinkDesk(SiteAccounts site, TimeProvider time)
{
    private static readonly TimeSpan ForPassword = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForMail = TimeSpan.FromHours(24);

    /// <summary>A new link in place of those before with the same purpose; saved by the caller.</summary>
    public async Task<string> NewAsync(Account account, LinkPurpose purpose, string path, string? mail, CancellationToken cancellation)
    {
        var now = time.UtcNow();
        foreach (var before in await site.Db.Set<AccountLink>().Where(link => link.AccountId == account.Id && link.Purpose == purpose && link.UsedAt == null).ToListAsync(cancellation))
        {
            before.Use(now);
        }

        var token = Secret.New();
        site.Db.Add(new AccountLink(account, purpose, Secret.DigestOf(token), mail, now + (purpose == LinkPurpose.NewPassword ? ForPassword : ForMail)));
        return $"{site.Address}/{account.Language.Tag}{path}?token={token}";
    }

    public async Task<AccountLink?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancellation)
    {
        var digest = Secret.DigestOf(token);
        var now = time.UtcNow();
        return await site.Db.Set<AccountLink>()
            .SingleOrDefaultAsync(link => link.TokenDigest == digest && link.Purpose == purpose && link.UsedAt == null && link.ExpiresAt > now, cancellation);
    }
}
