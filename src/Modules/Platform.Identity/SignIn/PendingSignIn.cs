using System.Globalization;
using System.Security.Claims;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Kernel.People;

namespace Platform.Identity.SignIn;

/// <summary>What is remembered between the password and the second factor: whose password it was, on which site.</summary>
internal static class PendingSignIn
{
    private const string Stamp = "stamp";
    private const string Provider = SessionClaims.Provider;

    /// <param name="provider">Key of the provider that stood in for the password.</param>
    public static ClaimsPrincipal Ticket(SiteAccounts site, Account account, string? provider) => new(new ClaimsIdentity(
        [
            new(PersonClaims.Site, site.Name),
            new(PersonClaims.Account, account.Id.ToString(CultureInfo.InvariantCulture)),
            new(Stamp, account.SecurityStamp),
            .. provider is null ? [] : new Claim[] { new(Provider, provider) },
        ],
        SignInSchemes.Pending));

    public static int? AccountOf(ClaimsPrincipal principal, SiteAccounts site) =>
        principal.FindFirst(PersonClaims.Site)?.Value == site.Name
        && int.TryParse(principal.FindFirst(PersonClaims.Account)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public static string? ProviderOf(ClaimsPrincipal principal) => principal.FindFirst(Provider)?.Value;

    /// <summary>A password changed in between ends this too.</summary>
    public static bool IsStillOf(ClaimsPrincipal principal, Account account) => principal.FindFirst(Stamp)?.Value == account.SecurityStamp;
}
