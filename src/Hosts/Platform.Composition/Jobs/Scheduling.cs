using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Quartz;

namespace Platform.Composition.Jobs;

/// <summary>
/// Brings the schedules of configuration into Quartz's store when the process starts. A schedule that has not changed is left alone, so that a firing
/// missed while nothing ran is made up for.
/// </summary>
internal sealed partial class Scheduling(
    ISchedulerFactory schedulers, IEnumerable<JobSchedule> offered, IConfiguration configuration, ILogger<Scheduling> log) : IHostedService
{
    private const string Group = "platform";

    private static readonly TimeZoneInfo Morocco = TimeZoneInfo.FindSystemTimeZoneById(MoroccoTime.ZoneId);

    /// <summary>Of jobs whose room does not say when. On Morocco's clock, before offices open.</summary>
    internal static readonly JobSchedule[] Defaults =
    [
        new(JobNames.MonthlySnapshot, "0 30 1 1 * ?"),
        new(JobNames.NightlyMaintenance, "0 30 3 * * ?"),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var schedule in Schedules())
        {
            await ScheduleAsync(scheduler, schedule, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What rooms offer and what stands here, each job once; configuration may say otherwise.</summary>
    private IEnumerable<JobSchedule> Schedules() => offered.Concat(Defaults)
        .Select(schedule => configuration[$"Jobs:{schedule.Job}:Cron"] is { Length: > 0 } cron ? schedule with { Cron = cron } : schedule);

    private async Task ScheduleAsync(IScheduler scheduler, JobSchedule schedule, CancellationToken cancellation)
    {
        var key = new TriggerKey(schedule.Job, Group);
        if (await scheduler.GetTrigger(key, cancellation) is ICronTrigger known && known.CronExpressionString == schedule.Cron)
        {
            return;
        }

        var job = JobBuilder.Create<ScheduledJob>().WithIdentity(schedule.Job, Group).DisallowConcurrentExecution().Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(key)
            .WithCronSchedule(schedule.Cron, cron => cron
                .InTimeZone(Morocco)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancellation);
        LogScheduled(schedule.Job, schedule.Cron);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} is scheduled: {Cron}")]
    private partial void LogScheduled(string job, string cron);
}
