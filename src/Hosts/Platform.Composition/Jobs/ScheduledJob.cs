using Quartz;

namespace Platform.Composition.Jobs;

/// <summary>What Quartz fires. The name of the job is all that it keeps: the rest is in the run, which is claimed in the national database.</summary>
internal sealed class ScheduledJob(JobLauncher launcher) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await launcher.FireAsync(context.JobDetail.Key.Name, cancellationToken);
}
