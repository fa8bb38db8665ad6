using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Secret = Platform.Identity.Accounts.Secret;

namespace Platform.Identity.ExternalSignIn;

/// <summary>The private key by which the platform proves to a provider that it is the client (RFC 7523): nothing secret travels or lies in configuration.</summary>
internal sealed class ClientKey
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SigningCredentials credentials;

    private ClientKey(SigningCredentials credentials) => this.credentials = credentials;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="ArgumentException">It holds no private key in PEM.</exception>
    public static ClientKey Read(string file, string? id)
    {
        var pem = File.ReadAllText(file);
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new(new(new RsaSecurityKey(rsa) { KeyId = id }, SecurityAlgorithms.RsaSha256));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            return new(new(new ECDsaSecurityKey(curve) { KeyId = id }, SecurityAlgorithms.EcdsaSha256));
        }
    }

    /// <returns>What is wrong with the file; none where it can be used.</returns>
    public static string? Problem(string file)
    {
        try
        {
            Read(file, null).Assertion("client", "provider", DateTime.UnixEpoch);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "cannot be read";
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return "holds no private key (PEM; RSA, or EC on P-256)";
        }
    }

    /// <summary>The client's word for one question, good once and for a minute.</summary>
    public string Assertion(string client, string audience, DateTime now) => Writer.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = client,
        Audience = audience,
        IssuedAt = now,
        Expires = now + Lasts,
        Claims = new Dictionary<string, object> { ["sub"] = client, ["jti"] = Secret.New() },
        SigningCredentials = credentials,
    });
}
