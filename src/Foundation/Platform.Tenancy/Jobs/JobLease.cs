using Microsoft.Extensions.Logging;

namespace Platform.Tenancy.Jobs;

/// <summary>Keeps a run while it is worked on. Where it is lost to another process, <see cref="Lost"/> stops the work.</summary>
internal sealed partial class JobLease : IAsyncDisposable
{
    private readonly JobRunStore store;
    private readonly JobRun run;
    private readonly TimeSpan every;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    public JobLease(JobRunStore store, JobRun run, TimeSpan lease, TimeProvider time, ILogger log)
    {
        (this.store, this.run, this.time, this.log) = (store, run, time, log);
        every = lease / 3;
        renewing = Task.Run(RenewAsync);
    }

    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        ended.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                if (!await RenewOnceAsync())
                {
                    LogLost(run.Job, run.Key);
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private async Task<bool> RenewOnceAsync()
    {
        try
        {
            return await store.RenewAsync(run, ended.Token);
        }
#pragma warning disable CA1031 // A database that is busy for a moment is asked again before the lease expires; then the next renewal finds out.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogNotRenewed(error, run.Job, run.Key);
            return true;
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Job} {Key} was taken over by another process: this one stops working on it")]
    private partial void LogLost(string job, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Job} {Key} could not be renewed; it is tried again")]
    private partial void LogNotRenewed(Exception error, string job, string key);
}
