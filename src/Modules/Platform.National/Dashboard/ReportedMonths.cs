using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>The months for which communes have reported.</summary>
/// <param name="First">The earliest; none before the first report.</param>
/// <param name="Last">The latest, or the last closed month where nothing was reported yet.</param>
internal sealed record ReportedMonths(Period? First, Period Last)
{
    public static async Task<ReportedMonths> ReadAsync(NationalContext db, DateOnly today, CancellationToken cancellation)
    {
        var last = await db.Set<NationalProgress>().MaxAsync(progress => (Period?)progress.Period, cancellation);
        var first = last is null ? null : await db.Set<NationalProgress>().MinAsync(progress => (Period?)progress.Period, cancellation);
        return new(first, last ?? Period.LastClosed(today));
    }

    /// <summary>Periods to choose from, the newest first.</summary>
    public IEnumerable<Period> All(Periodicity periodicity)
    {
        var first = Period.Containing((First ?? Last).Start, periodicity);
        for (var period = Period.Containing(Last.Start, periodicity); period >= first; period = period.Previous())
        {
            yield return period;
        }
    }

    /// <summary>The month whose end stands for a period: its last one, or the latest reported while it still runs.</summary>
    public Period EndOf(Period period)
    {
        var end = Period.Containing(period.End, Periodicity.Monthly);
        return end > Last && period.Start <= Last.Start ? Last : end;
    }
}
