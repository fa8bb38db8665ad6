using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Platform.Identity.Accounts;
using Platform.Identity.Sessions;
using Platform.Kernel.Time;
using Platform.Ui.Sites;
using Secret = Platform.Identity.Accounts.Secret;

namespace Platform.Identity.ExternalSignIn;

/// <summary>What the visitor wanted when they were sent away, to be gone on with when they are back.</summary>
/// <param name="Return">Where they wanted to go.</param>
/// <param name="Confirm">Somebody who is signed in proves again that it is they.</param>
internal sealed record Errand(string? Return, string Language, bool Confirm);

/// <summary>Why nobody came back as somebody; the sign-in page has words for each.</summary>
internal enum ExternalProblem
{
    /// <summary>The person, or the provider, said no.</summary>
    Cancelled,

    /// <summary>Nothing was begun here, or too long ago, or in another browser.</summary>
    Expired,

    /// <summary>What came back does not hold.</summary>
    Failed,

    /// <summary>The provider does not answer.</summary>
    Unreachable,

    /// <summary>Proved, but nobody here.</summary>
    Unknown,

    /// <summary>The provider does not vouch for the mail address, and nothing else says who it is.</summary>
    Mail,
}

/// <summary>Somebody whom a provider has proved.</summary>
internal sealed record ProvedIdentity(Provider Provider, string Digest, ProviderClaims Claims);

internal sealed record ExternalReturn(Errand Errand, ProvedIdentity? Proved, ExternalProblem? Problem);

/// <summary>
/// Sends a visitor to a provider and takes them back: authorization code with PKCE (RFC 7636, RFC 9700). State, nonce and verifier wait in the visitor's own
/// browser, sealed for this site and this provider: what was begun on one site is nothing on another, and counts once.
/// </summary>
internal sealed partial class ExternalDesk(SiteAccounts site, IDataProtectionProvider protection, TimeProvider time, ILogger<ExternalDesk> log)
{
    private const string CookieName = "external";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly HostCookies Cookies = new();

    // The time stands in what is kept; the nonce is random alone.
    private static readonly OpenIdConnectProtocolValidator Protocol = new() { RequireTimeStampInNonce = false, RequireNonce = true };

    /// <returns>The provider's address for this visitor; none where it does not answer.</returns>
    public async Task<string?> BeginAsync(HttpContext context, Provider provider, Errand errand)
    {
        OpenIdConnectConfiguration document;
        try
        {
            document = await provider.DocumentAsync(context.RequestAborted);
        }
        catch (Exception e) when (IsExpected(e, context))
        {
            NoAnswer(site.Name, provider.Key, e.GetType().Name);
            return null;
        }

        var kept = new Kept(Secret.New(), Secret.New(), Secret.New(), errand, (time.UtcNow() + Patience).Ticks);
        Cookies.AppendResponseCookie(context, CookieName, Seal(provider).Protect(JsonSerializer.Serialize(kept)), Cookie(context, Patience));
        var asked = new Dictionary<string, string?>
        {
            ["client_id"] = provider.ClientId,
            ["response_type"] = "code",
            ["scope"] = provider.Scope,
            ["redirect_uri"] = RedirectOf(provider),
            ["state"] = kept.State,
            ["nonce"] = kept.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(kept.Verifier))),
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = errand.Language,
        };
        if (provider.AcrValues is { } wanted)
        {
            asked["acr_values"] = wanted;
        }

        if (errand.Confirm)
        {
            (asked["prompt"], asked["max_age"]) = ("login", "0");
        }

        return QueryHelpers.AddQueryString(document.AuthorizationEndpoint, asked);
    }

    /// <summary>
    /// Where a visitor ends their session at the provider (RP-initiated logout). No token of theirs is kept here to name them with, so the provider asks them.
    /// </summary>
    /// <returns>None where it has no such place or does not answer.</returns>
    public async Task<string?> EndAsync(HttpContext context, Provider provider)
    {
        try
        {
            return (await provider.DocumentAsync(context.RequestAborted)).EndSessionEndpoint is { Length: > 0 } end
                ? QueryHelpers.AddQueryString(end, new Dictionary<string, string?>
                {
                    ["client_id"] = provider.ClientId,
                    ["post_logout_redirect_uri"] = $"{site.Address}{ExternalSignInEndpoints.PathOf(provider.Key)}/gone",
                    ["ui_locales"] = Languages.Current.Tag,
                })
                : null;
        }
        catch (Exception e) when (IsExpected(e, context))
        {
            NoAnswer(site.Name, provider.Key, e.GetType().Name);
            return null;
        }
    }

    /// <summary>The visitor is back: who is it?</summary>
    public async Task<ExternalReturn> CompleteAsync(HttpContext context, Provider provider, string language)
    {
        var query = context.Request.Query;
        if (Take(context, provider) is not { } kept
            || query["state"] is not [{ } state]
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(kept.State)))
        {
            return new(new(null, language, false), null, ExternalProblem.Expired);
        }

        if (query.ContainsKey("error"))
        {
            return new(kept.Errand, null, ExternalProblem.Cancelled);
        }

        try
        {
            return new(kept.Errand, await ProveAsync(provider, query, kept, context.RequestAborted), null);
        }
        catch (Exception e) when (IsExpected(e, context))
        {
            // What went wrong can quote what was sent: its kind is all that is written down.
            NotProved(site.Name, provider.Key, e.GetType().Name);
            return new(kept.Errand, null, e is HttpRequestException or OperationCanceledException ? ExternalProblem.Unreachable : ExternalProblem.Failed);
        }
    }

    private async Task<ProvedIdentity> ProveAsync(Provider provider, IQueryCollection query, Kept kept, CancellationToken cancellation)
    {
        var document = await provider.DocumentAsync(cancellation);

        // RFC 9207: another provider's answer is not taken for this one's.
        if (query.TryGetValue("iss", out var issuer) ? issuer != document.Issuer : IssuerIsPromised(document))
        {
            throw new SecurityTokenInvalidIssuerException("The answer names another issuer.");
        }

        if (query["code"] is not [{ Length: > 0 } code])
        {
            throw new SecurityTokenException("The answer has no code.");
        }

        var answer = await provider.RedeemAsync(document, code, kept.Verifier, RedirectOf(provider), cancellation);
        var token = await provider.ReadAsync(document, answer.IdToken, cancellation);
        Protocol.ValidateTokenResponse(new() { ClientId = provider.ClientId, Nonce = kept.Nonce, ProtocolMessage = answer, ValidatedIdToken = new JwtSecurityToken(answer.IdToken) });
        var claims = new ProviderClaims();
        claims.Add(Base64UrlEncoder.Decode(token.EncodedPayload));
        claims.Add(await provider.DescribeAsync(document, answer.AccessToken, cancellation));

        // Two subjects are none: what was said beside the token is about somebody else.
        if (claims.Subject is not { Length: > 0 } subject)
        {
            throw new SecurityTokenException("The provider names no one subject.");
        }

        if (kept.Errand.Confirm
            && !(long.TryParse(claims.One("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at) < Fresh))
        {
            throw new SecurityTokenException("The provider did not ask again.");
        }

        return new(provider, ExternalIdentity.DigestOf(provider.Key, document.Issuer, subject), claims);
    }

    private static bool IssuerIsPromised(OpenIdConnectConfiguration document) =>
        document.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var promised) && promised is true;

    /// <summary>The address that the provider knows: one for each site and provider, without a language.</summary>
    private string RedirectOf(Provider provider) => $"{site.Address}{ExternalSignInEndpoints.PathOf(provider.Key)}/back";

    private Kept? Take(HttpContext context, Provider provider)
    {
        var kept = Cookies.GetRequestCookie(context, CookieName);
        Cookies.DeleteCookie(context, CookieName, Cookie(context, null));
        try
        {
            return kept is not null && JsonSerializer.Deserialize<Kept>(Seal(provider).Unprotect(kept)) is { } opened && opened.Until > time.UtcNow().Ticks ? opened : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Seal(Provider provider) => protection.CreateProtector("external-sign-in", site.Name, provider.Key);

    // The visitor comes back from another site: a strict cookie would stay behind.
    private static CookieOptions Cookie(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };

    private static bool IsExpected(Exception e, HttpContext context) =>
        e is HttpRequestException or JsonException or SecurityTokenException or OpenIdConnectProtocolException or InvalidOperationException or ArgumentException or IOException
        || (e is OperationCanceledException && !context.RequestAborted.IsCancellationRequested);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider {Provider} of {Site} does not describe itself: {Problem}.")]
    private partial void NoAnswer(string site, string provider, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in through {Provider} on {Site} was not proved: {Problem}.")]
    private partial void NotProved(string site, string provider, string problem);

    private sealed record Kept(string State, string Nonce, string Verifier, Errand Errand, long Until);
}
