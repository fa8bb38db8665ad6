using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>A figure as it stands now, and the rows that make it.</summary>
/// <param name="Entered">The value entered by hand, where that is what it comes from.</param>
internal sealed record Evidence(Figure Figure, IReadOnlyList<MeasureRow> Rows, ManualValue? Entered = null)
{
    /// <summary>True where the figure is no longer what its snapshot says.</summary>
    public bool Differs(IndicatorSnapshot snapshot) =>
        snapshot.Value != Figure.Value || !string.Equals(snapshot.RowDigest, Figure.RowDigest, StringComparison.Ordinal);
}

/// <summary>Answers "why this number", in the commune of the scope: counts again, whatever a snapshot says.</summary>
internal sealed class FigureReader(CommuneContext db, MeasureBook measures)
{
    /// <param name="parts">The latest version of each of the indicator's snapshots.</param>
    /// <returns>None where nothing can be counted: no value was entered, a part is missing, or nobody publishes the measure any more.</returns>
    public async Task<Evidence?> ReadAsync(
        IndicatorRules indicator, Period period, IReadOnlyDictionary<Period, Part> parts, CancellationToken cancellation)
    {
        if (period.Periodicity != indicator.Periodicity)
        {
            return Derived(indicator, period, parts);
        }

        if (indicator.MeasureFor(period) is { } key)
        {
            return await measures.RowsAsync(key, period, cancellation) is { } rows
                ? new(Figure.Measured(measures.Definitions[key], Measurement.Of(measures.Definitions[key], rows)), rows)
                : null;
        }

        var value = await db.Set<ManualValue>().AsNoTracking()
            .Where(value => value.IndicatorId == indicator.Id && value.Period == period)
            .OrderByDescending(value => value.Version)
            .FirstOrDefaultAsync(cancellation);
        return value is null ? null : new(Figure.Entered(value), [Figure.RowOf(value)], value);
    }

    private static Evidence? Derived(IndicatorRules indicator, Period period, IReadOnlyDictionary<Period, Part> parts)
    {
        var periods = PeriodParts.Of(period, indicator.Periodicity);
        return Figure.Derived(indicator.Derive, indicator.Kind, periods, parts) is { } figure
            ? new(figure, [.. Figure.Needed(indicator.Derive, periods).Select(part => Figure.RowOf(parts[part]))])
            : null;
    }
}
