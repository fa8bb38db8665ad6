using System.Security.Cryptography;
using System.Text;

namespace Platform.Participation.Contributions;

/// <summary>
/// Tickets and tracking codes. A form carries a ticket, unguessable and its own; what is sent with the same ticket is the same contribution. The tracking code
/// is made of the ticket, so that a retry is told the same code although only digests are kept.
/// </summary>
internal static class Tracking
{
    /// <summary>Letters and figures that are not taken for each other when read aloud or copied from paper (Crockford's base 32).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>60 bits.</summary>
    private const int CodeLength = 12;

    public static string NewTicket() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// The ticket of what one browser sends: made of its secret and of what is said, so that a double click, a retry, the same words from a second tab or from
    /// a draft that was brought back are one contribution, and other words another.
    /// </summary>
    public static string TicketOf(string secret, params IEnumerable<string?> said) =>
        Digest("sent:" + secret + ":" + string.Join('\u001F', said.Select(part => part ?? "\u001E")))[..32];

    public static bool IsTicket(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>As it is told to the sender: <c>7K3M-9XQ2-V4TB</c>.</summary>
    public static string CodeOf(string ticket)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("tracking:" + ticket));
        var code = new StringBuilder(CodeLength + 2);
        for (var i = 0; i < CodeLength; i++)
        {
            if (i is 4 or 8)
            {
                code.Append('-');
            }

            code.Append(Alphabet[bytes[i] & 31]);
        }

        return code.ToString();
    }

    /// <summary>What people typed, as the code would be written: without spaces and dashes, O and I and L as the figures that they stand for.</summary>
    public static string DigestOfCode(string typed)
    {
        var code = new StringBuilder(CodeLength);
        foreach (var c in typed.ToUpperInvariant())
        {
            var kept = c switch { 'O' => '0', 'I' or 'L' => '1', _ => c };
            if (Alphabet.Contains(kept, StringComparison.Ordinal))
            {
                code.Append(kept);
            }
        }

        return Digest("code:" + code);
    }

    /// <summary>Recognises a person within a consultation by what nobody but them sends, without keeping it.</summary>
    public static string DigestOfPerson(int consultation, params IEnumerable<string?> told) =>
        Digest($"person:{consultation}:" + string.Join('\u001F', told.Select(part => part ?? "")));

    public static string DigestOfTicket(string ticket) => Digest("ticket:" + ticket);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
