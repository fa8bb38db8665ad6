using System.Globalization;

namespace Platform.Participation.Contributions.Paper;

/// <summary>
/// The code on a paper card: <c>12-00007K</c>, the consultation, the number of the card and a character that checks them. One wrong digit and two digits
/// in the wrong order are always found.
/// </summary>
internal static class PaperCode
{
    /// <summary>A prime number of characters that are not taken for each other: then every weight tells.</summary>
    private const string Checks = "0123456789ABCDEFGHJKMNPQRSTVWXY";

    private const int Digits = 5;

    public static string Of(int consultation, int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{consultation}{number:00000}");
        return string.Create(CultureInfo.InvariantCulture, $"{consultation}-{number:00000}{CheckOf(digits)}");
    }

    /// <summary>What was typed, in either kind of digits, with or without dash and spaces.</summary>
    /// <returns>The number of the card; none where it is no code of this consultation.</returns>
    public static int? NumberIn(string? typed, int consultation)
    {
        var code = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit)
            .Select(c => char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        var prefix = consultation.ToString(CultureInfo.InvariantCulture);
        return code.Length == prefix.Length + Digits + 1
            && code.StartsWith(prefix, StringComparison.Ordinal)
            && code[..^1].All(char.IsAsciiDigit)
            && CheckOf(code[..^1]) == code[^1]
                ? int.Parse(code.AsSpan(prefix.Length, Digits), NumberStyles.None, CultureInfo.InvariantCulture)
                : null;
    }

    private static char CheckOf(string digits)
    {
        var (sum, weight) = (0, 1);
        foreach (var digit in digits.Reverse())
        {
            // 3 has order 30 modulo 31: no two of thirty places weigh the same.
            weight = weight * 3 % Checks.Length;
            sum += (digit - '0') * weight;
        }

        return Checks[sum % Checks.Length];
    }
}
