using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;

namespace Platform.Tenancy.Jobs;

/// <summary>
/// Runs a job for every open commune, once: whichever process claims (job, key) first works, the others go away. Communes that are done are recorded,
/// so that a run that was killed goes on where it stood; those that fail are tried again with growing delays, and reported.
/// </summary>
public sealed partial class CommuneJobRunner
{
    private readonly JobRunStore runs;
    private readonly CommuneJobs jobs;
    private readonly TenantStore catalog;
    private readonly ForEachCommune forEach;
    private readonly JobOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<CommuneJobRunner> log;

    public CommuneJobRunner(
        IServiceScopeFactory scopes, CommuneJobs jobs, TenantStore catalog, ForEachCommune forEach, IOptions<JobOptions> options, TimeProvider time,
        ILogger<CommuneJobRunner> log)
    {
        (this.jobs, this.catalog, this.forEach, this.options, this.time, this.log) = (jobs, catalog, forEach, options.Value, time, log);
        runs = new(scopes, options, time);
    }

    /// <param name="report">Called after each commune, one call at a time.</param>
    /// <exception cref="OperationCanceledException">It was interrupted, or lost its lease; whoever resumes it goes on.</exception>
    public async Task<JobResult> RunAsync(JobRequest request, Action<JobProgress>? report, CancellationToken cancellation)
    {
        catalog.Forget();
        var communes = (await jobs.CommunesAsync(cancellation)).Where(commune => request.Only is null || commune.Slug == request.Only).ToList();
        if (communes.Count == 0)
        {
            return JobResult.Nothing(request, JobVerdict.NoCommune);
        }

        if (!(await jobs.NamesAsync(cancellation)).Contains(request.Job))
        {
            LogUnknown(request.Job);
            return JobResult.Nothing(request, JobVerdict.UnknownJob);
        }

        var slugs = communes.ConvertAll(commune => commune.Slug);
        var (run, refusal) = await runs.ClaimAsync(request, slugs, cancellation);
        return run is null
            ? JobResult.Nothing(request, refusal)
            : await WorkAsync(request, run, communes, slugs, report, cancellation);
    }

    /// <summary>Goes on with the runs that a process left unfinished when it died.</summary>
    /// <returns>What became of each.</returns>
    public async Task<IReadOnlyList<JobResult>> ResumeAsync(CancellationToken cancellation)
    {
        var results = new List<JobResult>();
        foreach (var run in await runs.AbandonedAsync(cancellation))
        {
            LogResumed(run.Job, run.Key);
            var result = await RunAsync(run.Request, null, cancellation);
            if (result.Verdict == JobVerdict.UnknownJob || (result.Verdict == JobVerdict.NoCommune && run.Only is not null))
            {
                // Nobody can end it: it must not be taken up for ever.
                await runs.FinishAsync(run, JobRunState.Failed, cancellation);
            }

            results.Add(result);
        }

        return results;
    }

    private async Task<JobResult> WorkAsync(
        JobRequest request, JobRun run, List<Commune> communes, List<string> slugs, Action<JobProgress>? report, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var lease = new JobLease(runs, run, options.Lease, time, log);
            await using var endOfLease = lease.ConfigureAwait(false);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
            var remaining = await runs.RemainingAsync(run, slugs, stop.Token);
            LogStarted(run.Job, run.Key, remaining.Count, slugs.Count);
            var failures = await TryAsync(request, run, [.. communes.Where(commune => remaining.Contains(commune.Slug))], slugs.Count, report, stop.Token);
            var verdict = failures.Count == 0 ? JobVerdict.Completed : JobVerdict.Failed;
            await runs.FinishAsync(run, failures.Count == 0 ? JobRunState.Completed : JobRunState.Failed, CancellationToken.None);
            JobMeters.Ended(run.Job, verdict, watch.Elapsed);
            LogEnded(run.Job, run.Key, verdict, slugs.Count - failures.Count, failures.Count, watch.Elapsed);
            return new(request, verdict, slugs.Count, slugs.Count - failures.Count, failures);
        }
        catch
        {
            await runs.ReleaseAsync(run, CancellationToken.None);
            LogInterrupted(run.Job, run.Key);
            throw;
        }
    }

    /// <returns>Why communes failed, by slug, after every attempt.</returns>
    private async Task<Dictionary<string, string>> TryAsync(
        JobRequest request, JobRun run, IReadOnlyList<Commune> remaining, int total, Action<JobProgress>? report, CancellationToken cancellation)
    {
        var done = total - remaining.Count;
        for (var attempt = 1; ; attempt++)
        {
            IReadOnlyList<CommuneOutcome> outcomes;
            await using (var recorder = new JobRecorder(runs, run, options, time))
            {
                outcomes = await forEach.RunAsync(
                    request.Job,
                    remaining,
                    (services, stop) => services.GetRequiredKeyedService<ICommuneJob>(request.Job).RunAsync(request.Key, stop),
                    options.Limits,
                    outcome =>
                    {
                        recorder.Add(outcome);
                        JobMeters.Ended(request.Job, outcome);
                        done += outcome.Error is null ? 1 : 0;
                        report?.Invoke(new(request, attempt, total, done, outcome));
                    },
                    cancellation);
            }

            var failed = outcomes.Where(outcome => outcome.Error is not null).ToList();
            if (failed.Count == 0 || attempt >= options.Attempts)
            {
                return failed.ToDictionary(outcome => outcome.Commune.Slug, outcome => JobFailure.Describe(outcome.Error!));
            }

            await Task.Delay(options.DelayAfter(attempt), time, cancellation);
            remaining = failed.ConvertAll(outcome => outcome.Commune);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} {Key}: {Remaining} of {Total} communes to do")]
    private partial void LogStarted(string job, string key, int remaining, int total);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} {Key}: {Verdict}, {Done} communes done, {Failed} failed, in {Took}")]
    private partial void LogEnded(string job, string key, JobVerdict verdict, int done, int failed, TimeSpan took);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job} {Key} was interrupted; it goes on where it stood when it is resumed")]
    private partial void LogInterrupted(string job, string key);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} {Key} was left unfinished: resuming it")]
    private partial void LogResumed(string job, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no job '{Job}' on this platform")]
    private partial void LogUnknown(string job);
}
