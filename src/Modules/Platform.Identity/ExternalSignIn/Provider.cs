using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel.People;
using Platform.Kernel.Text;

namespace Platform.Identity.ExternalSignIn;

/// <summary>One OpenID Connect provider of one site: what it says of itself, and the questions that are put to it directly.</summary>
internal sealed class Provider
{
    private static readonly JsonWebTokenHandler Reader = new() { MapInboundClaims = false };

    // A provider signs with its private key. With HS256 the client's secret would be one, and with "none" nothing.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    private readonly ProviderOptions options;
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> documents;
    private readonly string authority;
    private readonly ClientKey? key;

    public Provider(string key, ProviderOptions options, HttpClient http, TimeProvider time)
    {
        (Key, this.options, this.http, this.time) = (key, options, http, time);
        Name = new(options.Name["ar"], options.Name["fr"]);
        authority = options.Authority.TrimEnd('/');
        this.key = options.ClientKeyFile is { Length: > 0 } file ? ClientKey.Read(file, options.ClientKeyId) : null;
        documents = new(
            authority + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) });
    }

    public string Key { get; }

    public LocalizedText Name { get; }

    public string ClientId => options.ClientId;

    public string Scope => options.Scope;

    /// <summary>What to ask for so that the second factor is asked for there.</summary>
    public string? AcrValues => options.SecondFactor.Claim == "acr" ? string.Join(' ', options.SecondFactor.Values) : null;

    /// <summary>The roles, and the areas of a member of the team, that configuration gives for these claims: none that it does not name.</summary>
    public (IReadOnlyList<Role> Roles, IReadOnlyList<Area> Areas) RolesOf(ProviderClaims claims)
    {
        var rules = options.Roles.Where(rule => claims.Has(rule.Claim, rule.Value)).ToList();
        return ([.. rules.Select(rule => rule.Role!.Value).Distinct()], [.. rules.SelectMany(rule => rule.Areas).Distinct()]);
    }

    /// <summary>Whether the provider says that it has asked for a second factor, in words that configuration believes.</summary>
    public bool ProvesSecondFactor(ProviderClaims claims) =>
        options.SecondFactor.Claim is { } claim && options.SecondFactor.Values.Exists(value => claims.Has(claim, value));

    public async Task<OpenIdConnectConfiguration> DocumentAsync(CancellationToken cancellation)
    {
        var document = await documents.GetConfigurationAsync(cancellation);
        return document.Issuer?.TrimEnd('/') == authority
            ? document
            : throw new SecurityTokenInvalidIssuerException("The provider's own description names another issuer.");
    }

    /// <summary>Exchanges the code for tokens, from server to server.</summary>
    public async Task<OpenIdConnectMessage> RedeemAsync(OpenIdConnectConfiguration document, string code, string verifier, string redirect, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["code_verifier"] = verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint);
        var ways = document.TokenEndpointAuthMethodsSupported;
        if (key is not null)
        {
            fields["client_id"] = ClientId;
            fields["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            fields["client_assertion"] = key.Assertion(ClientId, document.TokenEndpoint, time.GetUtcNow().UtcDateTime);
        }
        else if (options.ClientSecret is not { Length: > 0 } secret)
        {
            fields["client_id"] = ClientId;
        }
        else if (ways.Count == 0 || ways.Contains("client_secret_basic"))
        {
            // RFC 6749, 2.3.1: both are form-encoded first.
            var pair = $"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
        else
        {
            (fields["client_id"], fields["client_secret"]) = (ClientId, secret);
        }

        request.Content = new FormUrlEncodedContent(fields);
        return new(await AskAsync(request, cancellation));
    }

    /// <summary>Whether the token was signed by this provider, for us, and is in time.</summary>
    /// <exception cref="SecurityTokenException">It was not.</exception>
    public async Task<JsonWebToken> ReadAsync(OpenIdConnectConfiguration document, string token, CancellationToken cancellation)
    {
        var result = await Reader.ValidateTokenAsync(token, Rules(document));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider has changed its keys since they were fetched.
            documents.RequestRefresh();
            result = await Reader.ValidateTokenAsync(token, Rules(await DocumentAsync(cancellation)));
        }

        return result.IsValid ? (JsonWebToken)result.SecurityToken : throw result.Exception;
    }

    /// <summary>What the provider says of the person beside the token; empty where it says nothing.</summary>
    public async Task<string> DescribeAsync(OpenIdConnectConfiguration document, string accessToken, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(document.UserInfoEndpoint) || string.IsNullOrEmpty(accessToken))
        {
            return "{}";
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, document.UserInfoEndpoint);
        request.Headers.Authorization = new("Bearer", accessToken);
        return await AskAsync(request, cancellation);
    }

    private async Task<string> AskAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.SendAsync(request, cancellation);
        response.EnsureSuccessStatusCode();
        return response.Content.Headers.ContentType?.MediaType == "application/json"
            ? await response.Content.ReadAsStringAsync(cancellation)
            : throw new JsonException("The provider did not answer with JSON.");
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration document) => new()
    {
        ValidIssuer = document.Issuer,
        ValidAudience = ClientId,
        IssuerSigningKeys = document.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return until is { } end && now < end + ClocksDiffer && (from is not { } start || now >= start - ClocksDiffer);
        },
    };
}
