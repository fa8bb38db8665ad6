using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Composition.Operations;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Jobs;

/// <summary>
/// Makes up for what was missed while no process ran: the snapshot of the last closed month, what it reports, and every run that somebody left
/// unfinished. Then keeps an eye on runs that other processes leave unfinished.
/// </summary>
internal sealed partial class CatchUp(JobLauncher launcher, StartUpState startUp, IOptions<JobOptions> options, TimeProvider time, ILogger<CatchUp> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startUp.Provisioned.WaitAsync(stoppingToken);
        await CarefullyAsync(CatchUpAsync, stoppingToken);
        using var timer = new PeriodicTimer(options.Value.ResumeEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CarefullyAsync(launcher.ResumeAsync, stoppingToken);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        await launcher.ResumeAsync(cancellation);
        await launcher.FireAsync(JobNames.MonthlySnapshot, cancellation);
    }

    private async Task CarefullyAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await work(cancellation);
        }
#pragma warning disable CA1031 // What went wrong is tried again at the next look; the site is served in the meantime.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(error);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Catching up with jobs failed; it is tried again")]
    private partial void LogFailed(Exception error);
}
