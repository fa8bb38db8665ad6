using System.Globalization;

namespace Platform.Ui.ShareCards;

/// <summary>
/// The order in which a line is drawn from left to right, where Arabic, Latin letters and figures meet: the Unicode algorithm (UAX 9) without its
/// marks of direction, which titles do not hold.
/// </summary>
internal static class ReadingOrder
{
    private const char Rightwards = 'L', Leftwards = 'R', Figure = 'N', Neutral = ' ';

    /// <summary>A piece of a line in one direction, its letters as they are typed.</summary>
    internal readonly record struct Run(string Text, bool RightToLeft);

    public static bool IsArabic(char letter) => letter is >= '\u0600' and <= '\u08FF' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE';

    /// <summary>Whether a text begins in Arabic; none where no letter tells.</summary>
    public static bool? BeginsInArabic(string text) => text.Select(Kind).FirstOrDefault(kind => kind is Leftwards or Rightwards) switch
    {
        Leftwards => true,
        Rightwards => false,
        _ => null,
    };

    public static IReadOnlyList<Run> Runs(string line, bool rightToLeft)
    {
        var levels = Levels(line, rightToLeft);
        var runs = new List<(Run Run, int Level)>();
        for (int start = 0, end = 1; start < line.Length; start = end++)
        {
            while (end < line.Length && levels[end] == levels[start])
            {
                end++;
            }

            runs.Add((new(line[start..end], levels[start] % 2 == 1), levels[start]));
        }

        // From the innermost outwards, what belongs together is turned round (rule L2).
        for (var level = 2; level > 0; level--)
        {
            for (int start = 0, end = 0; start < runs.Count; start = ++end)
            {
                while (end < runs.Count && runs[end].Level >= level)
                {
                    end++;
                }

                if (end > start)
                {
                    runs.Reverse(start, end - start);
                }
            }
        }

        return [.. runs.Select(run => run.Run)];
    }

    private static int[] Levels(string line, bool rightToLeft)
    {
        var around = rightToLeft ? Leftwards : Rightwards;
        var kinds = line.Select(Kind).ToArray();

        // A point, colon or dash between two figures belongs to them, a sign of per cent to the figure beside it (rules W4, W5).
        for (var i = 0; i < kinds.Length; i++)
        {
            var (before, after) = (i > 0 ? kinds[i - 1] : Neutral, i + 1 < kinds.Length ? kinds[i + 1] : Neutral);
            if (kinds[i] == Neutral && ((line[i] is '.' or ',' or ':' or '/' or '-' && before == Figure && after == Figure)
                || (line[i] == '%' && (before == Figure || after == Figure))))
            {
                kinds[i] = Figure;
            }
        }

        // Figures behind Latin letters are part of them (rule W7).
        var last = around;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is Rightwards or Leftwards)
            {
                last = kinds[i];
            }
            else if (kinds[i] == Figure && last == Rightwards)
            {
                kinds[i] = Rightwards;
            }
        }

        // What has no direction takes that of both its neighbours, or of the line (rules N1, N2). Figures count as Arabic there.
        for (int start = 0, end = 0; start < kinds.Length; start = ++end)
        {
            while (end < kinds.Length && kinds[end] == Neutral)
            {
                end++;
            }

            if (end > start)
            {
                var (before, after) = (start > 0 ? Strong(kinds[start - 1]) : around, end < kinds.Length ? Strong(kinds[end]) : around);
                Array.Fill(kinds, before == after ? before : around, start, end - start);
            }
        }

        return Array.ConvertAll(kinds, kind => kind == Leftwards ? 1 : kind == Figure || rightToLeft ? 2 : 0);
    }

    private static char Strong(char kind) => kind == Figure ? Leftwards : kind;

    private static char Kind(char letter) =>
        char.IsDigit(letter) ? Figure
        : CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark || !char.IsLetter(letter) ? Neutral
        : IsArabic(letter) ? Leftwards
        : Rightwards;
}
