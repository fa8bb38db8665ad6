using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.Sessions;

/// <summary>The claim types that only this room reads.</summary>
internal static class SessionClaims
{
    /// <summary>The key of the session's row; in the cookie, and only there.</summary>
    public const string Key = "session";

    /// <summary>The key of the provider that proved who it is; in the cookie alone, for the way out.</summary>
    public const string Provider = "provider";

    /// <summary>The number of the session's row.</summary>
    public const string Number = "session_number";

    /// <summary>Present where the roles ask for a second factor that was not proved yet.</summary>
    public const string SecondFactorMissing = "second_factor_missing";
}

/// <summary>Opens, reads and ends the sessions of the site of this scope.</summary>
internal sealed class SessionBook(SiteAccounts site, TimeProvider time)
{
    /// <summary>A moment seen is written down at most this often.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Opens a session and saves it with whatever else waits to be saved.</summary>
    /// <returns>The key, which is nowhere but in the answer's cookie.</returns>
    public async Task<string> OpenAsync(Account account, string device, string? origin, bool secondFactor, CancellationToken cancellation)
    {
        var key = Secret.New();
        site.Db.Add(new Session(account, Secret.DigestOf(key), Cut(device, Session.DeviceLength), origin, secondFactor, time.UtcNow()));
        await site.Db.SaveChangesAsync(cancellation);
        return key;
    }

    /// <summary>What the cookie of a session carries.</summary>
    /// <param name="provider">Key of the provider that has proved who it is, where it was one.</param>
    public ClaimsPrincipal Ticket(string key, string? provider = null)
    {
        Claim[] claims = [new(PersonClaims.Site, site.Name), new(SessionClaims.Key, key), .. provider is null ? [] : new Claim[] { new(SessionClaims.Provider, provider) }];
        return new(new ClaimsIdentity(claims, SignInSchemes.Session, PersonClaims.Name, PersonClaims.Role));
    }

    /// <summary>Who holds this key, as the account is now; none where the session is over.</summary>
    public async Task<ClaimsPrincipal?> ReadAsync(string key, CancellationToken cancellation)
    {
        var digest = Secret.DigestOf(key);
        var now = time.UtcNow();
        var found = await site.Db.Set<Session>()
            .AsNoTracking()
            .Include(session => session.Account).ThenInclude(account => account.Roles)
            .SingleOrDefaultAsync(session => session.KeyDigest == digest, cancellation);
        if (found is null || !found.IsOpen(now) || !found.Account.IsActive || found.Stamp != found.Account.SecurityStamp)
        {
            return null;
        }

        if (now - found.LastSeenAt >= SeenEvery)
        {
            // Not a change of the commune's content: it passes by what empties the public pages' cache.
            await site.Db.Set<Session>().Where(session => session.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellation);
        }

        return new(new ClaimsIdentity(ClaimsOf(found, key), SignInSchemes.Session, PersonClaims.Name, PersonClaims.Role));
    }

    public Task<Session?> FindAsync(ClaimsPrincipal user, CancellationToken cancellation)
    {
        var number = NumberOf(user);
        return site.Db.Set<Session>().SingleOrDefaultAsync(session => session.Id == number, cancellation);
    }

    public static int NumberOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirst(SessionClaims.Number)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private List<Claim> ClaimsOf(Session session, string key)
    {
        var account = session.Account;
        var claims = new List<Claim>
        {
            new(PersonClaims.Site, site.Name),
            new(PersonClaims.Account, account.Id.ToString(CultureInfo.InvariantCulture)),
            new(PersonClaims.Name, account.Name),
            new(SessionClaims.Key, key),
            new(SessionClaims.Number, session.Id.ToString(CultureInfo.InvariantCulture)),
            new(PersonClaims.ProvedAt, session.ProvedAt.Ticks.ToString(CultureInfo.InvariantCulture)),
        };

        // Whoever owes a second factor has no role until it is proved.
        if (account.NeedsSecondFactor && !session.SecondFactor)
        {
            claims.Add(new(SessionClaims.SecondFactorMissing, "true"));
            return claims;
        }

        claims.AddRange(account.Roles.Select(role => role.Role).Distinct().Select(role => new Claim(PersonClaims.Role, role.ToString())));
        claims.AddRange(account.Roles.Where(role => role.Area is not null).Select(role => new Claim(PersonClaims.Area, role.Area!.Value.ToString())));
        if (session.SecondFactor)
        {
            claims.Add(new(PersonClaims.SecondFactor, "true"));
        }

        return claims;
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
