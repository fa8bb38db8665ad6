using System.Text.RegularExpressions;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Cuts cells and lines of documents into what they hold: bullets and end marks away, numbers apart from words.</summary>
internal static partial class RowCells
{
    /// <summary>One text on one line, as a title is kept.</summary>
    public static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As <see cref="Line"/>, without the bullet before it.</summary>
    public static string Unmarked(string text) => Bullet().Replace(Line(text), "").TrimEnd();

    /// <summary>As <see cref="Unmarked"/>, without the mark that ends an item of a list.</summary>
    public static string Tidy(string text)
    {
        var tidy = EndMarks().Replace(Unmarked(text), "");
        return tidy.EndsWith('.') && !tidy.EndsWith("..", StringComparison.Ordinal) ? tidy[..^1].TrimEnd() : tidy;
    }

    public static bool HasBullet(string line) => Bullet().IsMatch(line.TrimStart());

    /// <summary>The items of a cell: its lines, and what semicolons part within them.</summary>
    public static IEnumerable<string> Items(string cell) =>
        cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Tidy).Where(item => item.Length > 0 && item.Any(char.IsLetterOrDigit));

    /// <summary>"2. …", "Axe II – …", and the like in Arabic: the number and the title without it. No number where none is written.</summary>
    public static (int? Number, string Title) Axis(string text)
    {
        var line = Tidy(text);
        var western = ValueReader.Western(line);
        if (western.Length == line.Length)
        {
            line = western;
        }

        if (Numbered().Match(line) is { Success: true } numbered && line.Length > numbered.Length)
        {
            return (int.Parse(numbered.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Tidy(line[numbered.Length..]));
        }

        var words = line.Split(' ', 3);
        if (words.Length > 1 && ImportWords.Known.AxisWords.Contains(Folding.Fold(words[0])) && NumberOf(words[1]) is { } number)
        {
            // "Axe 2: title" and "Axe 2 : title"; the mark may stand alone.
            var rest = words[1].Length > 1 && words[1].AsSpan().IndexOfAny(AnyMark) is > 0 and var mark && mark < words[1].Length - 1 ? words[1][(mark + 1)..] + " " : "";
            var title = (rest + (words.Length > 2 ? words[2] : "")).TrimStart([.. Marks, ' ']);
            return (number, Tidy(title));
        }

        return (null, line);
    }

    public static bool StartsAsAxis(string text) => Axis(text).Number is not null;

    /// <summary>"1.2 …" or "3) …" before an activity: its place and the title without it.</summary>
    public static (int? Axis, int? Number, string Title) Activity(string text)
    {
        var line = Tidy(text);
        if (Reference().Match(ValueReader.Western(line)) is { Success: true } reference && line.Length > reference.Length)
        {
            return (Number(reference, 1), Number(reference, 2), Tidy(line[reference.Length..]));
        }

        return Numbered().Match(ValueReader.Western(line)) is { Success: true } numbered && line.Length > numbered.Length
            ? (null, Number(numbered, 1), Tidy(line[numbered.Length..]))
            : (null, null, line);
    }

    /// <summary>"2.1" is the first activity of the second axis.</summary>
    public static (int? Axis, int? Number) Place(string text)
    {
        var western = ValueReader.Western(text).Trim('.', ' ', '-', ')');
        return WholeReference().Match(western) is { Success: true } match ? (Number(match, 1), Number(match, 2)) : (null, ValueReader.Whole(western));
    }

    private static readonly char[] Separators = ['\n', ';', '\u061B'];
    private static readonly char[] Marks = [':', '.', '-', '\u2013', '\u2014', ')', '/'];

    private static readonly System.Buffers.SearchValues<char> AnyMark = System.Buffers.SearchValues.Create(Marks);

    private static int? NumberOf(string word)
    {
        var own = word.TrimEnd(Marks);
        own = own.AsSpan().IndexOfAny(AnyMark) is > 0 and var mark ? own[..mark] : own;
        return ValueReader.Whole(own) ?? (ImportWords.Known.Ordinals.TryGetValue(Folding.Fold(own), out var ordinal) ? ordinal : null);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    // The letter o and private-use signs are what bullets of Word become in plain text.
    [GeneratedRegex(@"^(?:[-\u2010-\u2015\u2022\u25AA\u25AB\u25A0\u25CF\u25CB\u25C0\u25C6\u25B6\u25B8\u25BA\u25C4\u2756\u2713\u2714\u27A2\u2192\u00B7\u2023\u2043\uE000-\uF8FF*]\s*|o\s+|\.\s+)+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[\s;,:\u061B\u060C]+\z")]
    private static partial Regex EndMarks();

    [GeneratedRegex(@"^\(?(\d{1,3})\s*[.):\u2013\u2014/-]+\s*(?!\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(\d{1,2})\s*[.\u2013-]\s*(\d{1,3})\s*[.):\u2013-]?\s+")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(\d{1,2})\s*[.\u2013-]\s*(\d{1,3})\z")]
    private static partial Regex WholeReference();
}
