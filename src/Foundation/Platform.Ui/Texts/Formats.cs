using System.Globalization;
using System.Resources;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>
/// How dates, times and figures are written, in the language of the request: Moroccan month names, Western digits, the separators of
/// <c>ar-MA</c> and <c>fr-MA</c>. The only place where they are formatted for people; what machines read (CSV, JSON, <c>datetime</c>) stays invariant.
/// </summary>
public static class Formats
{
    private static readonly ResourceManager Patterns = new(typeof(CommonTexts));

    /// <summary>6 février 2025.</summary>
    public static string Date(DateOnly day)
    {
        var language = Languages.Current;
        var ordinal = language == Language.French && day.Day == 1;
        return day.ToString(ordinal ? "d'er' MMMM yyyy" : "d MMMM yyyy", language.Culture);
    }

    /// <summary>As <see cref="Date(DateOnly)"/>; nothing where there is no day.</summary>
    public static string Date(DateOnly? day) => day is { } known ? Date(known) : "";

    /// <summary>The first and the last day, written once where they are one: 4 – 12 mai 2023.</summary>
    public static string Dates(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Date(from);
        }

        var provider = Languages.Current.Culture;
        var start = (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => from.ToString("%d", provider),
            (true, false) => from.ToString("d MMMM", provider),
            _ => Date(from),
        };
        return Pattern("DateRange", start, Date(to));
    }

    /// <summary>Day and time on Morocco's clock: 22 novembre 2026 à 14:30.</summary>
    public static string Instant(DateTime utc)
    {
        var local = MoroccoTime.FromUtc(utc);
        return Pattern("DateAndTime", Date(DateOnly.FromDateTime(local)), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>As <see cref="Instant(DateTime)"/>; nothing where there is no instant.</summary>
    public static string Instant(DateTime? utc) => utc is { } known ? Instant(known) : "";

    /// <summary>The day of an instant on Morocco's calendar.</summary>
    public static string Day(DateTime utc) => Date(DateOnly.FromDateTime(MoroccoTime.FromUtc(utc)));

    /// <summary>octobre 2026, quatrième trimestre 2026, or 2026.</summary>
    public static string Period(Period period) => Period(period, Languages.Current);

    /// <summary>In a language that need not be the request's: for mails.</summary>
    public static string Period(Period period, Language language) => period.Periodicity switch
    {
        Periodicity.Monthly => period.Start.ToString("MMMM yyyy", language.Culture),
        Periodicity.Quarterly => PatternIn(language, $"Quarter{Quarter(period)}", Year(period)),
        _ => Year(period),
    };

    /// <summary>For the axes of charts and narrow tables: 10/2026, T4 2026, 2026.</summary>
    public static string ShortPeriod(Period period) => period.Periodicity switch
    {
        Periodicity.Monthly => period.Start.ToString("MM/yyyy", CultureInfo.InvariantCulture),
        Periodicity.Quarterly => Pattern("QuarterShort", Quarter(period), Year(period)),
        _ => Year(period),
    };

    /// <summary>1.234,5: at most two decimals, none where they are zero.</summary>
    public static string Number(decimal number) => number.ToString("#,0.##", Languages.Current.Culture);

    /// <summary>As <see cref="Number(decimal)"/>; a dash where there is no figure.</summary>
    public static string Number(decimal? number) => number is { } known ? Number(known) : "–";

    /// <summary>45,5 %: at most one decimal. 45.5 means forty-five and a half per cent.</summary>
    public static string Percent(decimal percent) => Pattern("PercentPattern", percent.ToString("#,0.#", Languages.Current.Culture));

    /// <summary>As <see cref="Percent(decimal)"/>; a dash where there is no figure.</summary>
    public static string Percent(decimal? percent) => percent is { } known ? Percent(known) : "–";

    /// <summary>1,4 Mo.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        >= 1 << 20 => Pattern("Megabytes", Math.Round(bytes / 1048576m, 1).ToString("#,0.#", Languages.Current.Culture)),
        _ => Pattern("Kilobytes", Number(Math.Max(1, Math.Round(bytes / 1024m)))),
    };

    /// <summary>A day as <c>datetime</c> attributes and machines read it.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant as <c>datetime</c> attributes and machines read it.</summary>
    public static string Machine(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Quarter(Period period) => ((period.Start.Month - 1) / 3) + 1;

    private static string Year(Period period) => period.Start.Year.ToString(CultureInfo.InvariantCulture);

    private static string Pattern(string key, params object[] values) => PatternIn(Languages.Current, key, values);

    private static string PatternIn(Language language, string key, params object[] values) =>
        string.Format(language.Culture, Patterns.GetString(key, language.Culture) ?? key, values);
}
