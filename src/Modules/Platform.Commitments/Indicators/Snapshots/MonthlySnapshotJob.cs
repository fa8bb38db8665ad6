using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Snapshots;

/// <summary>Takes the snapshots of the month that has ended.</summary>
internal sealed class MonthlySnapshotJob(SnapshotTaker taker) : ICommuneJob
{
    public string Name => "monthly-snapshot";

    public string KeyFor(DateOnly today) => JobKeys.LastMonth(today);

    public Task RunAsync(string key, CancellationToken cancellation) => taker.TakeAsync(Period.Parse(key), cancellation);
}
