using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Platform.Kernel.Time;

public enum Periodicity
{
    Monthly,
    Quarterly,
    Yearly,
}

/// <summary>
/// A calendar month, quarter or year, written <c>2026-10</c>, <c>2026-Q4</c> or <c>2026</c>. The written form is also how it is stored:
/// within one periodicity it sorts as text.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    private Period(Periodicity periodicity, DateOnly start) => (Periodicity, Start) = (periodicity, start);

    public Periodicity Periodicity { get; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day.</summary>
    public DateOnly End => Start.AddMonths(Length).AddDays(-1);

    private int Length => LengthOf(Periodicity);

    public static Period Month(int year, int month) => new(Periodicity.Monthly, new DateOnly(year, month, 1));

    public static Period Containing(DateOnly day, Periodicity periodicity)
    {
        var length = LengthOf(periodicity);
        return new(periodicity, new DateOnly(day.Year, ((day.Month - 1) / length * length) + 1, 1));
    }

    /// <summary>The last period that has ended before <paramref name="today"/>.</summary>
    public static Period LastClosed(DateOnly today, Periodicity periodicity = Periodicity.Monthly) =>
        Containing(today, periodicity).Previous();

    public bool HasEnded(DateOnly today) => End < today;

    public Period Previous() => new(Periodicity, Start.AddMonths(-Length));

    public Period Next() => new(Periodicity, Start.AddMonths(Length));

    /// <summary>The months that it is made of, in order.</summary>
    public IEnumerable<Period> Months()
    {
        for (var i = 0; i < Length; i++)
        {
            yield return new Period(Periodicity.Monthly, Start.AddMonths(i));
        }
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length is not (4 or 7) || !TryNumber(text.AsSpan(0, 4), 2000, 2999, out var year))
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = new(Periodicity.Yearly, new DateOnly(year, 1, 1));
            return true;
        }

        if (text[4] != '-')
        {
            return false;
        }

        if (text[5] is 'Q')
        {
            if (!TryNumber(text.AsSpan(6), 1, 4, out var quarter))
            {
                return false;
            }

            period = new(Periodicity.Quarterly, new DateOnly(year, (quarter * 3) - 2, 1));
            return true;
        }

        if (!TryNumber(text.AsSpan(5), 1, 12, out var month))
        {
            return false;
        }

        period = Month(year, month);
        return true;
    }

    /// <exception cref="FormatException">The text is no period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period: write 2026-10, 2026-Q4 or 2026.");

    public int CompareTo(Period other) => Start.CompareTo(other.Start);

    public override string ToString() => Periodicity switch
    {
        Periodicity.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
        Periodicity.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{((Start.Month - 1) / 3) + 1}"),
        _ => Start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static int LengthOf(Periodicity periodicity) => periodicity switch
    {
        Periodicity.Monthly => 1,
        Periodicity.Quarterly => 3,
        _ => 12,
    };

    private static bool TryNumber(ReadOnlySpan<char> text, int from, int to, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= from && number <= to;
}
