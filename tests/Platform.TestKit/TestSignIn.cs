using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Kernel.People;

namespace Platform.TestKit;

/// <summary>
/// Signs a client in by a header, for tests of what pages do once somebody is signed in. How people really sign in is the identity room's matter and its tests'.
/// </summary>
public static class TestSignIn
{
    public const string Header = "Test-Person";

    private const string SchemeName = "test";

    /// <summary>Believes the header on this host.</summary>
    public static void BelieveTestPersons(this PlatformHostOptions options)
    {
        var others = options.Services;
        options.Services = services =>
        {
            others?.Invoke(services);
            services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, Handler>(SchemeName, null);
            services.PostConfigure<AuthenticationOptions>(authentication =>
            {
                authentication.DefaultScheme = SchemeName;
                authentication.DefaultAuthenticateScheme = SchemeName;
                authentication.DefaultChallengeScheme = SchemeName;
                authentication.DefaultForbidScheme = SchemeName;
            });
        };
    }

    /// <summary>The header of a person with these roles and areas; all have proved a second factor.</summary>
    /// <param name="site"><c>national</c> or a commune's slug.</param>
    public static string Person(string site, int account, string name, IEnumerable<Role> roles, params IEnumerable<Area> areas) =>
        string.Join('|', site, account, Uri.EscapeDataString(name), string.Join(',', roles), string.Join(',', areas));

    public static HttpClient As(this HttpClient client, string site, int account, string name, IEnumerable<Role> roles, params IEnumerable<Area> areas)
    {
        client.DefaultRequestHeaders.Remove(Header);
        client.DefaultRequestHeaders.Add(Header, Person(site, account, name, roles, areas));
        return client;
    }

    private sealed class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString().Split('|') is not [var site, var account, var name, var roles, var areas])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            List<Claim> claims =
            [
                new(PersonClaims.Site, site == PersonClaims.NationalSite ? site : PersonClaims.CommuneSite + site),
                new(PersonClaims.Account, account),
                new(PersonClaims.Name, Uri.UnescapeDataString(name)),
                new(PersonClaims.SecondFactor, "true"),
                .. roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => new Claim(PersonClaims.Role, role)),
                .. areas.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(area => new Claim(PersonClaims.Area, area)),
            ];
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, SchemeName)), SchemeName)));
        }
    }
}
