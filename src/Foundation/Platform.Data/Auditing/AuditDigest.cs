using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Data.Auditing;

/// <summary>SHA-256 over the words of an entry, each with its length, so that no two entries are written alike.</summary>
internal static class AuditDigest
{
    public const int Length = 64;

    /// <summary>What stands before the first entry.</summary>
    public static string None { get; } = new('0', Length);

    /// <summary>
    /// What is derived (the search text) and what is erased in time (the address and its salt) is left out.
    /// The first word is the version of this way of writing, should it ever change.
    /// </summary>
    public static string Of(AuditEntry entry) => Over(
        "1",
        entry.Previous,
        entry.Sequence?.ToString(CultureInfo.InvariantCulture),
        entry.At.Ticks.ToString(CultureInfo.InvariantCulture),
        entry.Actor,
        entry.Verb,
        entry.Subject,
        entry.Reason,
        entry.OriginSeal,
        entry.Before,
        entry.After);

    public static string OfOrigin(string salt, string address) => Over(salt, address);

    private static string Over(params ReadOnlySpan<string?> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var word in words)
        {
            var bytes = word is null ? [] : Encoding.UTF8.GetBytes(word);
            var length = word is null ? "-" : bytes.Length.ToString(CultureInfo.InvariantCulture);
            hash.AppendData(Encoding.UTF8.GetBytes(length + ":"));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
