using Microsoft.Extensions.Options;
using Platform.Identity.Accounts;
using Platform.Kernel.People;

namespace Platform.Identity.ExternalSignIn;

/// <summary>
/// Section <c>SignIn</c>: the OpenID Connect providers that may say who somebody is, for each site its own. A site that is not named has none, and none
/// counts for two sites: what it says of groups would otherwise open a door that nobody meant.
/// </summary>
internal sealed class ExternalSignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Those of the national site, by the key that stands in addresses.</summary>
    public Dictionary<string, ProviderOptions> National { get; } = [];

    /// <summary>Those of communes, by slug and key.</summary>
    public Dictionary<string, Dictionary<string, ProviderOptions>> Communes { get; } = [];

    /// <summary>Every provider with the site that it counts for, as sessions name it.</summary>
    public IEnumerable<(string Site, string Key, ProviderOptions Provider)> All =>
        National.Select(each => (PersonClaims.NationalSite, each.Key, each.Value))
            .Concat(Communes.SelectMany(commune => commune.Value.Select(each => (PersonClaims.CommuneSite + commune.Key, each.Key, each.Value))));
}

internal sealed class ProviderOptions
{
    /// <summary>The issuer: its <c>/.well-known/openid-configuration</c> says everything else.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>None for a public client, which PKCE alone protects.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>PEM file with the private key by which the client proves itself instead of a secret (<c>private_key_jwt</c>): RSA, or EC on P-256.</summary>
    public string? ClientKeyFile { get; set; }

    /// <summary>What the provider calls that key, where it knows several.</summary>
    public string? ClientKeyId { get; set; }

    public string Scope { get; set; } = "openid profile email";

    /// <summary>What people call it: <c>ar</c> and <c>fr</c>.</summary>
    public Dictionary<string, string> Name { get; } = [];

    /// <summary>Who has a role without having been invited. Empty: whoever is neither a member nor invited stays outside.</summary>
    public List<RoleOfClaim> Roles { get; } = [];

    /// <summary>How the provider says that it has asked for a second factor. Empty: it is never believed, and ours is asked for.</summary>
    public SecondFactorOptions SecondFactor { get; } = new();
}

/// <summary>Whoever bears this claim with this value has this role; a member of the team with these areas.</summary>
internal sealed class RoleOfClaim
{
    public string Claim { get; set; } = "";

    public string Value { get; set; } = "";

    public Role? Role { get; set; }

    public List<Area> Areas { get; } = [];
}

internal sealed class SecondFactorOptions
{
    /// <summary><c>amr</c> or <c>acr</c>.</summary>
    public string? Claim { get; set; }

    /// <summary>Any of these counts. With <c>acr</c> they are also asked for.</summary>
    public List<string> Values { get; } = [];
}

/// <summary>A mistake here would let somebody in or keep everybody out: the platform does not start with one, and says which it is.</summary>
internal sealed class ExternalSignInRules : IValidateOptions<ExternalSignInOptions>
{
    public ValidateOptionsResult Validate(string? name, ExternalSignInOptions options)
    {
        var wrong = options.All.SelectMany(each => Faults(each.Site, each.Key, each.Provider)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Faults(string site, string key, ProviderOptions provider)
    {
        var where = $"{ExternalSignInOptions.Section}, {site}, {key}: ";
        if (key.Length is 0 or > Account.ProviderLength || key.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
        {
            yield return where + $"the key is 1 to {Account.ProviderLength} of a-z, 0-9 and hyphens; it stands in addresses.";
        }

        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)))
        {
            yield return where + "Authority is an address beginning with https://.";
        }

        if (provider.ClientId.Length == 0)
        {
            yield return where + "ClientId is missing.";
        }

        if (provider.ClientKeyFile is { Length: > 0 } file)
        {
            if (provider.ClientSecret is { Length: > 0 })
            {
                yield return where + "ClientSecret or ClientKeyFile, not both.";
            }

            if (ClientKey.Problem(file) is { } problem)
            {
                yield return where + $"ClientKeyFile {problem}.";
            }
        }

        if (!provider.Scope.Split(' ').Contains("openid"))
        {
            yield return where + "Scope lacks openid.";
        }

        if (string.IsNullOrWhiteSpace(provider.Name.GetValueOrDefault("ar")) || string.IsNullOrWhiteSpace(provider.Name.GetValueOrDefault("fr")))
        {
            yield return where + "Name needs ar and fr.";
        }

        if (provider.SecondFactor is { Claim: not (null or "amr" or "acr") } or { Claim: null, Values.Count: > 0 } or { Claim: not null, Values.Count: 0 })
        {
            yield return where + "SecondFactor is Claim (amr or acr) with Values, or nothing.";
        }

        var roles = site == PersonClaims.NationalSite ? Platform.Identity.Accounts.Roles.OfNation : Platform.Identity.Accounts.Roles.OfCommune;
        foreach (var rule in provider.Roles)
        {
            if (rule.Claim.Length == 0 || rule.Value.Length == 0)
            {
                yield return where + "a role needs Claim and Value.";
            }

            if (rule.Role is not { } role || !roles.Contains(role))
            {
                yield return where + $"Role is one of {string.Join(", ", roles)}.";
            }
            else if ((role == Role.TeamMember) != (rule.Areas.Count > 0))
            {
                yield return where + "Areas belong to TeamMember, and TeamMember needs them.";
            }
        }
    }
}
