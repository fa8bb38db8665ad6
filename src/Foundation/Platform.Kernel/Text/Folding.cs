using System.Globalization;
using System.Text;

namespace Platform.Kernel.Text;

/// <summary>
/// The form in which texts are searched: one alef, one ya, no ta marbuta, no hamza carriers, no diacritics, no tatweel, no Latin accents, lower case.
/// Search folds both sides, so no query relies on the database's collation.
/// </summary>
public static class Folding
{
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var spaced = true;
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var kept = Letter(c);
            if (kept == '\0')
            {
                continue;
            }

            if (kept == ' ')
            {
                if (!spaced)
                {
                    folded.Append(' ');
                }

                spaced = true;
                continue;
            }

            folded.Append(kept);
            spaced = false;
        }

        return folded.ToString().TrimEnd();
    }

    // After compatibility decomposition hamza and madda are combining marks: dropping marks folds every letter that carries one to its carrier.
    private static char Letter(char c) => c switch
    {
        '\u0640' => '\0',                   // tatweel
        '\u0671' => '\u0627',               // alef wasla
        '\u0649' => '\u064A',               // alef maqsura → ya
        '\u0629' => '\u0647',               // ta marbuta → ha
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        _ when char.IsLetterOrDigit(c) => char.ToLowerInvariant(c),
        _ when CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => '\0',
        _ => ' ',
    };
}
