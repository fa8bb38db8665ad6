using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Administration;
using Platform.Tenancy.Jobs;

namespace Platform.Composition.Jobs;

internal sealed class JobStarter(JobLauncher launcher, LongWork work, CurrentCommune commune) : IJobStarter
{
    public void Begin(string job, string key)
    {
        var request = new JobRequest(job, key, commune.Value.Slug);
        work.Begin($"{job} {request.RunKey}", stop => launcher.RunAsync(request, null, stop));
    }
}
