using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Identity.SecondFactor;

/// <summary>Codes of authenticator apps: RFC 6238 with what every app understands, SHA-1, six digits, half a minute.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as apps speak it; HMAC does not rest on SHA-1's resistance to collisions.")]
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to: this one or a neighbour, as clocks differ; none that was used already.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTime now, long? last)
    {
        var given = Encoding.ASCII.GetBytes(code);
        var here = StepAt(now);
        long? found = null;
        for (var step = here - 1; step <= here + 1; step++)
        {
            var right = CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeAt(secret, step)));
            if (right && (last is null || step > last))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret in Base32, as apps take it.</summary>
    public static string Write(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var part in secret)
        {
            buffer = ((buffer << 8) | part) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    /// <summary>What the app reads from the picture.</summary>
    public static string AddressOf(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Write(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
