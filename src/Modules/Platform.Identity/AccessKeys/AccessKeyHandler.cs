using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Kernel.People;
using Platform.Kernel.Time;

namespace Platform.Identity.AccessKeys;

/// <summary>
/// Reads <c>Authorization: Bearer mshk_…</c>. The key is looked up in the database of the site that was asked, so one of another commune is nothing here.
/// It may do what it was made for and what its account still may, whichever is less.
/// </summary>
internal sealed class AccessKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SiteAccounts site)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "access-key";

    private const string Bearer = "Bearer ";

    /// <summary>A moment of use is written down at most this often.</summary>
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (site.IsNational || Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer + AccessKey.Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        var now = TimeProvider.UtcNow();
        var digest = Secret.DigestOf(header[Bearer.Length..]);
        var key = await site.Db.Set<AccessKey>().AsNoTracking()
            .Include(key => key.Account).ThenInclude(account => account.Roles)
            .SingleOrDefaultAsync(key => key.Digest == digest, Context.RequestAborted);
        if (key is null || !key.IsOpen(TimeProvider.TodayInMorocco()) || !key.Account.IsActive)
        {
            return AuthenticateResult.Fail("This key opens nothing here.");
        }

        if (key.LastUsedAt is not { } used || now - used >= UsedEvery)
        {
            await site.Db.Set<AccessKey>().Where(one => one.Id == key.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), Context.RequestAborted);
        }

        return AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(ClaimsOf(key), SchemeName, PersonClaims.Name, PersonClaims.Role)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private IEnumerable<Claim> ClaimsOf(AccessKey key)
    {
        yield return new(PersonClaims.Site, site.Name);
        yield return new(PersonClaims.Account, key.AccountId.ToString(CultureInfo.InvariantCulture));
        yield return new(PersonClaims.AccessKey, key.Id.ToString(CultureInfo.InvariantCulture));
        yield return new(PersonClaims.Name, key.Name);
        yield return new(PersonClaims.SecondFactor, SchemeName);
        yield return new(PersonClaims.Role, nameof(Role.TeamMember));
        var roles = key.Account.Roles;
        foreach (var area in key.AreaList.Where(area => roles.Any(role => role.Role == Role.FocalPoint || (role.Role == Role.TeamMember && role.Area == area))))
        {
            yield return new(PersonClaims.Area, area.ToString());
        }
    }
}
