using System.Globalization;
using System.Text;
using Platform.Kernel.Text;

namespace Platform.Participation;

/// <summary>Names in addresses: made of the French title where there is one, of a word and a number otherwise.</summary>
internal static class Slugs
{
    private const int LongestBase = 48;

    /// <summary>Words that stand in the same place of an address.</summary>
    private static readonly HashSet<string> Reserved = new(["edit", "new", "templates", "shaped"], StringComparer.Ordinal);

    /// <param name="word">What stands where the title has no Latin letters: <c>process</c>.</param>
    /// <param name="taken">Names of the same kind that are in use.</param>
    public static string Free(LocalizedText title, string word, IReadOnlyCollection<string> taken)
    {
        var own = Of(title.Fr);
        var root = own.Length > 2 && own.Any(char.IsAsciiLetter) ? own : word;
        for (var number = root == word ? 1 : 0; ; number++)
        {
            var slug = number == 0 ? root : string.Create(CultureInfo.InvariantCulture, $"{root}-{(root == word ? number : number + 1)}");
            if (!taken.Contains(slug) && !Reserved.Contains(slug))
            {
                return slug;
            }
        }
    }

    private static string Of(string? text)
    {
        var slug = new StringBuilder(LongestBase);
        foreach (var c in Folding.Fold(text))
        {
            if (slug.Length >= LongestBase)
            {
                break;
            }

            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
