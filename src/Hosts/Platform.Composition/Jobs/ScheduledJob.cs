using Platform.Composition.Operations;
using Quartz;

namespace Platform.Composition.Jobs;

/// <summary>What Quartz fires. The name of the job is all that it keeps: the rest is in the run, which is claimed in the national database.</summary>
internal sealed class ScheduledJob(JobLauncher launcher, StartUpState startUp) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A process that has just started opens its communes first: none is left out for having been late.
        await startUp.Provisioned.WaitAsync(cancellationToken);
        await launcher.FireAsync(context.JobDetail.Key.Name, cancellationToken);
    }
}
