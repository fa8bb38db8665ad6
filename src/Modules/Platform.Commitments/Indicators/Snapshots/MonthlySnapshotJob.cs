using Platform.Commitments.Indicators.Definitions;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Snapshots;

/// <summary>Takes the snapshots of the month that has ended.</summary>
internal sealed class MonthlySnapshotJob(SnapshotTaker taker, DefinitionTaker definitions, CurrentCommune commune) : ICommuneJob
{
    public const string JobName = "monthly-snapshot";

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.LastMonth(today);

    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        var month = Period.Parse(key);
        await definitions.TakeAsync(month, cancellation);
        await taker.TakeAsync(month, cancellation);
        if (commune.Value.Demonstration)
        {
            // The scheduler may have counted this month before somebody asked for demonstration data: its figures get a new version, marked as such.
            await taker.CorrectRealFiguresAsync(month, IndicatorSnapshot.DemonstrationReason, IndicatorSnapshot.Platform, cancellation);
        }
    }
}
