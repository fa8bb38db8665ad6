using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.Jobs;
using Platform.Kernel.Jobs;

namespace Platform.IntegrationTests.Jobs;

public sealed class ScheduleTests(SharedHost shared)
{
    [Fact]
    public async Task Every_job_has_one_schedule_and_one_only()
    {
        var offered = shared.Host.Services.GetServices<JobSchedule>().Concat(Scheduling.Defaults).Select(schedule => schedule.Job).ToList();

        Assert.Equal(offered.Distinct(), offered);
        var jobs = await shared.Host.InCommuneAsync("demnate", services => Task.FromResult(services.GetKeyedServices<ICommuneJob>(KeyedService.AnyKey).Select(job => job.Name).ToList()));
        Assert.Empty(jobs.Except(offered));
    }
}
