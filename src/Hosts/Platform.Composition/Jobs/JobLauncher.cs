using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Time;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Jobs;

/// <summary>Runs jobs with what belongs after them, for the scheduler and for operators alike.</summary>
internal sealed partial class JobLauncher(CommuneJobRunner runner, CommuneJobs jobs, NationalUpkeep upkeep, TimeProvider time, ILogger<JobLauncher> log)
{
    public const string MeterName = "Platform.Snapshots";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> SnapshotDuration = Meter.CreateHistogram<double>(
        "platform.snapshot.duration", "s", "How long the snapshot of a month took over all communes");

    /// <summary>Runs a job for what it covers today, as its schedule does.</summary>
    public async Task FireAsync(string job, CancellationToken cancellation)
    {
        if (await jobs.KeyForAsync(job, time.TodayInMorocco(), cancellation) is { } key)
        {
            await RunAsync(new(job, key), null, cancellation);
        }
        else
        {
            LogNothing(job);
        }
    }

    public async Task<JobResult> RunAsync(JobRequest request, Action<JobProgress>? report, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var result = await runner.RunAsync(request, report, cancellation);
        if (result.Verdict is JobVerdict.Completed or JobVerdict.Failed && request.Job == JobNames.MonthlySnapshot)
        {
            SnapshotDuration.Record(watch.Elapsed.TotalSeconds, new("period", request.Key), new("verdict", result.Verdict.ToString()));
        }

        await FollowAsync(result, cancellation);
        return result;
    }

    /// <summary>Goes on with what a process left unfinished, and with what belongs after it.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var result in await runner.ResumeAsync(cancellation))
        {
            await FollowAsync(result, cancellation);
        }
    }

    /// <summary>
    /// Sends what a snapshot left in the outboxes to the national level. Its key is the snapshot's, so that it happens once after each, and a process
    /// that died between the two makes up for it.
    /// </summary>
    public Task<JobResult> IntakeAfterAsync(JobRequest snapshot, CancellationToken cancellation) =>
        runner.RunAsync(new(JobNames.NationalIntake, $"after {JobNames.MonthlySnapshot} {snapshot.Key}", snapshot.Only, snapshot.Again) { Whole = snapshot.Whole }, null, cancellation);

    private async Task FollowAsync(JobResult result, CancellationToken cancellation)
    {
        switch (result.Request.Job)
        {
            case JobNames.MonthlySnapshot when result.Verdict is JobVerdict.Completed or JobVerdict.AlreadyCompleted or JobVerdict.Failed:
                await IntakeAfterAsync(result.Request, cancellation);
                break;
            case JobNames.NightlyMaintenance when result.Verdict is JobVerdict.Completed or JobVerdict.Failed:
                await upkeep.RunAsync(cancellation);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} has nothing to do: there is no such job here, or no open commune")]
    private partial void LogNothing(string job);
}
