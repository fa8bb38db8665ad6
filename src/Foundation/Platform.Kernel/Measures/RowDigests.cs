using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Kernel.Measures;

/// <summary>
/// SHA-256 over lines <c>key|numerator|denominator</c>, in the order of the keys. Snapshots keep it for ever: the same rows must give the same digest in
/// every version of the product.
/// </summary>
internal static class RowDigests
{
    private const string Decimals = "0.####";
    private const int LongestNumber = 40;

    /// <summary>Of no rows, as most measures have in most months.</summary>
    private static readonly string Empty = Convert.ToHexStringLower(SHA256.HashData([]));

    /// <param name="sorted">By key, ordinally; where a key comes twice, as the rows came.</param>
    public static string Of(IReadOnlyList<MeasurePart> sorted)
    {
        if (sorted.Count == 0)
        {
            return Empty;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(sorted.Sum(part => Encoding.UTF8.GetMaxByteCount(part.Key.Length) + (2 * LongestNumber) + "||\n".Length));
        var length = 0;
        foreach (var part in sorted)
        {
            length += Encoding.UTF8.GetBytes(part.Key, buffer.AsSpan(length));
            buffer[length++] = (byte)'|';
            length += Write(part.Numerator, buffer.AsSpan(length));
            buffer[length++] = (byte)'|';
            length += Write(part.Denominator, buffer.AsSpan(length));
            buffer[length++] = (byte)'\n';
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), digest);
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.ToHexStringLower(digest);
    }

    private static int Write(decimal number, Span<byte> text)
    {
        int written;

        // Nearly all are 0 or 1, and a custom format takes ten times as long as a whole number.
        if (!decimal.IsNegative(number) && number < int.MaxValue && (int)number is var whole && whole == number)
        {
            whole.TryFormat(text, out written, default, CultureInfo.InvariantCulture);
        }
        else
        {
            number.TryFormat(text, out written, Decimals, CultureInfo.InvariantCulture);
        }

        return written;
    }
}
