using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Operations;

/// <summary>Measures how long the oldest undelivered message of each commune has waited. Only where telemetry is sent.</summary>
internal sealed partial class OutboxWatch : BackgroundService
{
    public const string MeterName = "Platform.Outbox";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly CommuneJobs jobs;
    private readonly ForEachCommune forEach;
    private readonly StartUpState startUp;
    private readonly TimeProvider time;
    private readonly ILogger<OutboxWatch> log;
    private readonly Meter meter = new(MeterName);
    private ConcurrentDictionary<string, DateTime> oldest = [];

    public OutboxWatch(CommuneJobs jobs, ForEachCommune forEach, StartUpState startUp, TimeProvider time, ILogger<OutboxWatch> log)
    {
        (this.jobs, this.forEach, this.startUp, this.time, this.log) = (jobs, forEach, startUp, time, log);
        meter.CreateObservableGauge("platform.outbox.age", Ages, "s", "Age of the oldest undelivered message, by commune");
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <summary>What cannot be measured now is measured at the next look: a gauge must not end the process that it measures.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            oldest = await MeasureAsync(cancellation);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(error);
        }
#pragma warning restore CA1031
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await startUp.Provisioned.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<ConcurrentDictionary<string, DateTime>> MeasureAsync(CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<string, DateTime>();
        await forEach.RunAsync(
            "outbox-age",
            await jobs.CommunesAsync(cancellation),
            async (services, stop) =>
            {
                var written = await services.GetRequiredService<CommuneContext>().Set<OutboxMessage>()
                    .Where(message => message.DeliveredAt == null)
                    .OrderBy(message => message.Id)
                    .Select(message => (DateTime?)message.WrittenAt)
                    .FirstOrDefaultAsync(stop);
                if (written is { } instant)
                {
                    found[services.GetRequiredService<CurrentCommune>().Value.Slug] = instant;
                }
            },
            FanOutLimits.Default,
            null,
            cancellation);
        return found;
    }

    /// <summary>Nothing waiting is an age of nothing, so that the series never stops.</summary>
    private IEnumerable<Measurement<double>> Ages() => oldest.IsEmpty
        ? [new(0)]
        : oldest.Select(pair => new Measurement<double>((time.UtcNow() - pair.Value).TotalSeconds, new KeyValuePair<string, object?>("commune", pair.Key)));

    [LoggerMessage(Level = LogLevel.Error, Message = "The age of outboxes could not be measured; it is tried again")]
    private partial void LogFailed(Exception error);
}
