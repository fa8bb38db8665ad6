using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Reads figures, days and words as people write them in Morocco: either digits, either language. Null where it is not understood.</summary>
internal static partial class ValueReader
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;
    private const string Grouping = "\u00A0\u202F\u2009' ";

    private static ImportWords Words => ImportWords.Known;

    /// <summary>Western digits, and the signs that go with them.</summary>
    public static string Western(string text)
    {
        var western = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            western.Append(c switch
            {
                >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
                '\u066B' => '.',
                '\u066C' => '\u00A0',
                '\u066A' => '%',
                _ => c,
            });
        }

        return western.ToString().Trim();
    }

    public static int? Whole(string text) =>
        WholeNumber().Match(Western(text)) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Priority(string text)
    {
        if (Whole(text) is { } number)
        {
            return number;
        }

        var words = Folding.Fold(text);
        if (Words.Priorities.TryGetValue(words, out var named))
        {
            return named;
        }

        // "Priority 2", "P1".
        return TrailingDigit().Match(words) is { Success: true } match ? match.Groups[1].Value[0] - '0' : null;
    }

    public static int? Percent(string text)
    {
        var figure = Western(text).Replace("%", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(figure.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent == decimal.Truncate(percent) && percent <= int.MaxValue
            ? (int)percent
            : null;
    }

    public static ActivityStatus? Status(string text) => Words.Statuses.TryGetValue(Folding.Fold(text), out var status) ? status : null;

    public static ActivityOrigin? Origin(string text) => Words.Origins.TryGetValue(Folding.Fold(text), out var origin) ? origin : null;

    public static WayKind? Step(string text) => Words.Steps.TryGetValue(Folding.Fold(text), out var step) ? step : null;

    /// <summary>A figure with a decimal point or comma.</summary>
    public static decimal? Figure(string text) =>
        decimal.TryParse(Western(text).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    /// <summary>Dirhams: a sign that is followed by three digits groups thousands, whichever it is.</summary>
    public static decimal? Amount(string text)
    {
        var figure = string.Concat(Western(text).Where(c => !Grouping.Contains(c, StringComparison.Ordinal) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
        foreach (var currency in Words.Currency.OrderByDescending(word => word.Length))
        {
            if (Folding.Fold(figure).EndsWith(currency, StringComparison.Ordinal))
            {
                figure = figure.TrimEnd('.')[..figure.TrimEnd('.').TakeWhile(c => !char.IsLetter(c)).Count()];
                break;
            }
        }

        var (point, comma) = (figure.LastIndexOf('.'), figure.LastIndexOf(','));
        var last = Math.Max(point, comma);
        var decimals = last < 0 ? 0 : figure.Length - last - 1;
        var both = point >= 0 && comma >= 0;
        var many = last >= 0 && figure.Count(c => c == figure[last]) > 1;
        var grouping = last >= 0 && decimals == 3 && (many || !both);
        var plain = last < 0 || grouping
            ? figure.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal)
            : figure[..last].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + "." + figure[(last + 1)..];
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <param name="end">Of a month or a year alone the last day is meant, not the first.</param>
    public static DateOnly? Day(string text, bool end = false)
    {
        var western = Western(text);
        if (YearFirst().Match(western) is { Success: true } machine)
        {
            return Day(machine.Groups[1].Value, machine.Groups[2].Value, machine.Groups[3].Value);
        }

        if (DayFirst().Match(western) is { Success: true } european)
        {
            return Day(european.Groups[3].Value, european.Groups[2].Value, european.Groups[1].Value);
        }

        if (MonthAndYear().Match(western) is { Success: true } short_ && Day(short_.Groups[2].Value, short_.Groups[1].Value, "1") is { } of)
        {
            return end ? of.AddMonths(1).AddDays(-1) : of;
        }

        return Named(Folding.Fold(western), end);
    }

    private static DateOnly? Named(string folded, bool end)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count == 0 || !int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < EarliestYear or > LatestYear)
        {
            return null;
        }

        words.RemoveAt(words.Count - 1);
        var day = words.Count > 0 && LeadingDay().Match(words[0]) is { Success: true } number ? int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var name = string.Join(' ', day > 0 ? words.Skip(1) : words);
        if (name.Length == 0)
        {
            return day > 0 ? null : end ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1);
        }

        // The name of the day of the week may stand before.
        var month = Words.Months.TryGetValue(name, out var exact) ? exact : 0;
        if (month == 0)
        {
            return null;
        }

        var first = new DateOnly(year, month, 1);
        return day == 0 ? (end ? first.AddMonths(1).AddDays(-1) : first) : day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static DateOnly? Day(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y is >= EarliestYear and <= LatestYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    public static string Written(DateOnly day) => Formats.Machine(day);

    [GeneratedRegex(@"^(\d{1,6})(?:\.0+)?\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\D{1,20}([1-9])\z")]
    private static partial Regex TrailingDigit();

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 00:00(?::00)?)?\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\z")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{4})\z")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(\d{1,2})(?:er)?\z")]
    private static partial Regex LeadingDay();
}
