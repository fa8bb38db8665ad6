using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Commitments.Indicators;

/// <summary>News of indicators: each month whose figures were taken, and each correction.</summary>
internal sealed class IndicatorChanges(CommuneContext db, IStringLocalizer<IndicatorsTexts> texts) : IChangeSource
{
    public Feature? Feature => Kernel.Communes.Feature.Indicators;

    public async Task<IReadOnlyList<Change>> LatestAsync(int count, CancellationToken cancellation)
    {
        var months = await db.Set<IndicatorSnapshot>()
            .Where(snapshot => snapshot.Periodicity == Periodicity.Monthly && snapshot.Version == 1)
            .GroupBy(snapshot => snapshot.PeriodStart)
            .Select(month => new { Start = month.Key, At = month.Min(snapshot => snapshot.MeasuredAt) })
            .OrderByDescending(month => month.Start)
            .Take(count)
            .ToListAsync(cancellation);
        var corrections = await (
            from snapshot in db.Set<IndicatorSnapshot>()
            join indicator in db.Set<Indicator>() on snapshot.IndicatorId equals indicator.Id
            where snapshot.Version > 1
            orderby snapshot.MeasuredAt descending, snapshot.IndicatorId
            select new { indicator.Code, indicator.Name, snapshot.Period, snapshot.Version, snapshot.MeasuredAt })
            .Take(count)
            .ToListAsync(cancellation);
        var subject = new LocalizedText(texts["Indicators"], texts["Indicators"]);
        return
        [
            .. months
                .Select(month => (Period: Period.Month(month.Start.Year, month.Start.Month), month.At))
                .Select(month => new Change($"indicators:{month.Period}", month.At, texts["ChangeTaken", Formats.Period(month.Period)], subject, "/indicators"))
                .Concat(corrections.Select(correction => new Change(
                    $"indicator:{correction.Code}:{correction.Period}:{correction.Version}", correction.MeasuredAt,
                    texts["ChangeCorrected", Formats.Period(correction.Period)], correction.Name, $"/indicators/{correction.Code}?period={correction.Period}")))
                .OrderByDescending(change => change.At)
                .Take(count),
        ];
    }
}
