using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Identity.Accounts;

/// <summary>Words that open something: made at random, given out once, kept as a digest.</summary>
internal static class Secret
{
    public const int DigestLength = 64;

    private const int Bytes = 32;

    /// <summary>256 bits, as it stands in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A plain digest is enough: nobody finds 256 random bits by trying.</summary>
    public static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
