using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Tracking;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>What pages and the API show of indicators, in the commune of the scope: two queries, however many there are.</summary>
internal sealed class IndicatorReader(CommuneContext db, TimeProvider time)
{
    private const int Months = 13;
    private const int QuartersInYears = 3;

    /// <summary>All indicators in their order, each with its recent figures.</summary>
    public async Task<IReadOnlyList<ListedIndicator>> ListAsync(CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var (monthsFrom, quartersFrom) = (today.AddMonths(-Months), today.AddYears(-QuartersInYears));
        var indicators = await db.Set<Indicator>().AsNoTracking()
            .OrderBy(indicator => indicator.Position).ThenBy(indicator => indicator.Id)
            .ToListAsync(cancellation);
        var recent = await (
            from snapshot in db.Set<IndicatorSnapshot>()
            join indicator in db.Set<Indicator>() on snapshot.IndicatorId equals indicator.Id
            where snapshot.Periodicity == indicator.Periodicity
                && (snapshot.Periodicity == Periodicity.Yearly
                    || (snapshot.Periodicity == Periodicity.Quarterly && snapshot.PeriodStart >= quartersFrom)
                    || snapshot.PeriodStart >= monthsFrom
                    || indicator.Target != null)
            select new
            {
                snapshot.IndicatorId,
                Part = new Part(
                    snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.Demonstration),
                snapshot.MeasuredAt,
            }).ToListAsync(cancellation);
        var snapshots = recent.ToLookup(row => row.IndicatorId);
        return indicators.ConvertAll(indicator =>
        {
            var rows = snapshots[indicator.Id].ToList();
            var parts = Part.Latest(rows.Select(row => row.Part)).Values.OrderBy(part => part.Period).ToList();
            var latest = parts.LastOrDefault();
            return new ListedIndicator(
                indicator,
                parts,
                rows.Find(row => row.Part == latest)?.MeasuredAt,
                latest is null ? null : TrackRule.Assess(IndicatorRules.Of(indicator), parts, latest.Period.End));
        });
    }

    /// <summary>One indicator with all its snapshots, the latest period first and in it the latest version.</summary>
    /// <returns>None where there is no such indicator.</returns>
    public async Task<IndicatorSheet?> SheetAsync(string code, CancellationToken cancellation)
    {
        if (code.Length > Indicator.CodeLength
            || await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(indicator => indicator.Code == code, cancellation) is not { } indicator
            || !string.Equals(indicator.Code, code, StringComparison.Ordinal))
        {
            return null;
        }

        var snapshots = await db.Set<IndicatorSnapshot>().AsNoTracking().Where(snapshot => snapshot.IndicatorId == indicator.Id).ToListAsync(cancellation);
        return new(
            indicator,
            [.. snapshots.OrderByDescending(snapshot => snapshot.Period.End).ThenBy(snapshot => snapshot.Periodicity).ThenByDescending(snapshot => snapshot.Version)]);
    }
}
