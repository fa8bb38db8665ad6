using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Kernel.Text;

namespace Platform.Participation.Contributions;

/// <summary>What can be told of words that somebody typed.</summary>
internal static partial class Words
{
    public static int LinksIn(string text) => Link().Count(text);

    /// <summary>
    /// As a text of the platform, which has Arabic at its ground: what holds no Arabic letter is shown as written to everybody, and marked as what it is to
    /// readers of French.
    /// </summary>
    public static LocalizedText AsWritten(string text) => ArabicLetter().IsMatch(text) ? new(text) : new(text, text);

    /// <summary>The language of the text that an amendment was written against: that of its own letters, whatever its reader's.</summary>
    public static Language LanguageOf(string proposed, LocalizedText standing) =>
        ArabicLetter().IsMatch(proposed) ? Language.Arabic
        : Tifinagh().IsMatch(proposed) ? standing.ShownIn(Language.Amazigh)
        : standing.ShownIn(Language.French);

    /// <summary>Of a digest of the words, in hexadecimal.</summary>
    public const int WordingLength = 16;

    /// <summary>The same for texts that a machine sends again and again with other figures, marks and links in them; none where no words are left.</summary>
    public static string? WordingOf(string? text, string? proposed)
    {
        var words = string.Join(' ', LettersAlone().Matches(Folding.Fold(WholeLink().Replace($"{text} {proposed}", " "))).Select(word => word.Value));
        return words.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..WordingLength];
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(https?://|www\.)\S*", RegexOptions.IgnoreCase)]
    private static partial Regex WholeLink();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex LettersAlone();

    [GeneratedRegex(@"[\u0600-\u06FF]")]
    private static partial Regex ArabicLetter();

    [GeneratedRegex(@"[\u2D30-\u2D7F]")]
    private static partial Regex Tifinagh();
}
