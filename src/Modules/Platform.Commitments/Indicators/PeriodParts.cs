using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>How periods are made of shorter ones.</summary>
internal static class PeriodParts
{
    private static readonly Periodicity[] Derivable = [Periodicity.Quarterly, Periodicity.Yearly];

    /// <summary>The parts of this periodicity that a period is made of, in order.</summary>
    public static IReadOnlyList<Period> Of(Period period, Periodicity periodicity) =>
        [.. period.Months().Select(month => Period.Containing(month.Start, periodicity)).Distinct()];

    /// <summary>The longer periods around a period, as far as they have ended.</summary>
    public static IEnumerable<Period> ClosedAround(Period period, DateOnly today) => Derivable
        .Where(periodicity => periodicity > period.Periodicity)
        .Select(periodicity => Period.Containing(period.Start, periodicity))
        .Where(longer => longer.HasEnded(today));
}
