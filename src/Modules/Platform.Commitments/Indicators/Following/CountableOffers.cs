using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Library;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Following;

/// <summary>
/// Standard indicators that the commune enters by hand and that the library has a measure for by now: a release brought it after the commune had begun.
/// It is offered, never done for the commune: it may have its own reasons and its own figures.
/// </summary>
internal sealed class CountableOffers(CommuneContext db, WholeLibrary library, MeasureBook measures, TimeProvider time)
{
    /// <summary>Periods from which the platform could count: the one that runs, and those after it.</summary>
    private const int PeriodsOffered = 4;

    public async Task<IReadOnlyList<Indicator>> OfAsync(CancellationToken cancellation)
    {
        var byHand = await db.Set<Indicator>().AsNoTracking()
            .Where(indicator => indicator.Level == IndicatorLevel.Dgct && indicator.MeasureKey == null && !indicator.SetAside && indicator.WithdrawnFrom == null)
            .OrderBy(indicator => indicator.Position)
            .ToListAsync(cancellation);
        return byHand.FindAll(indicator => MeasureOf(indicator) is not null);
    }

    /// <returns>None where the platform cannot count it, or counts something else than what the commune has figures of.</returns>
    public string? MeasureOf(Indicator indicator) =>
        indicator is { Level: IndicatorLevel.Dgct, MeasureKey: null, WithdrawnFrom: null }
        && library.Definition(indicator.Code) is { MeasureKey: { } key } definition
        && definition.Kind == indicator.Kind && definition.Behaviour == indicator.Behaviour && definition.Periodicity == indicator.Periodicity
        && measures.Definitions.ContainsKey(key)
            ? key
            : null;

    public IReadOnlyList<Period> Periods(Indicator indicator)
    {
        var period = Period.Containing(time.TodayInMorocco(), indicator.Periodicity);
        var periods = new List<Period>(PeriodsOffered);
        for (; periods.Count < PeriodsOffered; period = period.Next())
        {
            periods.Add(period);
        }

        return periods;
    }
}
