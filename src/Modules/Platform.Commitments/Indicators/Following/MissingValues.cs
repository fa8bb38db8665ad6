using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Following;

/// <summary>An indicator entered by hand that has no value for the last period that has ended.</summary>
internal sealed record MissingValue(int Id, string Code, LocalizedText Name, Period Period);

internal static class MissingValues
{
    public static async Task<IReadOnlyList<MissingValue>> OfAsync(CommuneContext db, DateOnly today, CancellationToken cancellation)
    {
        var closed = Enum.GetValues<Periodicity>().ToDictionary(periodicity => periodicity, periodicity => Period.LastClosed(today, periodicity));
        var periods = closed.Values.ToList();
        var entered = (await db.Set<ManualValue>().Where(value => periods.Contains(value.Period))
            .Select(value => new { value.IndicatorId, value.Period }).Distinct().ToListAsync(cancellation))
            .Select(value => (value.IndicatorId, value.Period)).ToHashSet();
        var byHand = await db.Set<Indicator>().AsNoTracking()
            .Where(indicator => (indicator.MeasureKey == null || indicator.MeasuredFrom != null) && !indicator.SetAside)
            .OrderBy(indicator => indicator.Position)
            .ToListAsync(cancellation);
        return
        [
            .. byHand.Where(one => one.MeasureFor(closed[one.Periodicity]) is null && one.IsFollowedIn(closed[one.Periodicity])).Select(one => new MissingValue(one.Id, one.Code, one.Name, closed[one.Periodicity]))
                .Where(one => !entered.Contains((one.Id, one.Period))),
        ];
    }
}
