using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Kernel.Text;

/// <summary>
/// What people type, without what a reader cannot see and an attacker can use: control characters, overrides of direction (Unicode TR 36), halves of
/// characters, and piles of marks on one letter. Line breaks, tabs and joiners (needed in Arabic and Amazigh) stay.
/// </summary>
public static class Cleaning
{
    // U+202A–202E and U+2066–2069 turn the direction of what follows; U+FEFF is invisible.
    private static readonly SearchValues<char> Hidden = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\uFFFE\uFFFF");

    /// <summary>Marks that one letter may bear: Arabic needs three (shadda, vowel, small letter).</summary>
    private const int MostMarks = 4;

    /// <returns>The text in normal form C, its ends trimmed; empty where nothing was left.</returns>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                {
                    clean.Append(c).Append(text[++i]);
                    marks = 0;
                }

                continue;
            }

            if (c == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                {
                    clean.Append('\n');
                }

                continue;
            }

            if ((char.IsControl(c) && c is not ('\n' or '\t')) || Hidden.Contains(c))
            {
                continue;
            }

            marks = CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize().Trim();
    }
}
