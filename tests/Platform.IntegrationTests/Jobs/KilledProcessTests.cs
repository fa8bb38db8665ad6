using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.IntegrationTests.Operations;
using Platform.Tenancy.Jobs;

namespace Platform.IntegrationTests.Jobs;

/// <summary>The real executable, killed without warning: first while it provisions, then while it runs jobs.</summary>
public sealed class KilledProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task What_a_killed_process_left_is_completed_by_the_next_one_and_nothing_is_done_twice()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["beni-mellal", "demnate", "larache", "zaio"];
            options.Provision = false;
        });

        using (var first = Start(host))
        {
            await UntilAsync(first, () => Task.FromResult(Directory.Exists(Path.Combine(host.DataFolder, "communes"))));
            await first.KillAsync();
        }

        using (var second = Start(host))
        {
            await UntilAsync(second, () => AskAsync(host, db => db.Set<JobRun>().AnyAsync()));
            await second.KillAsync();
        }

        using var third = Start(host);
        await UntilAsync(third, () => AskAsync(host, async db =>
            await db.Set<JobRun>().AnyAsync() && await db.Set<JobRun>().AllAsync(run => run.State == JobRunState.Completed)));
        await third.KillAsync();

        var communes = Directory.GetDirectories(host.TenantsFolder).Count(folder => !Path.GetFileName(folder).StartsWith('_'));
        var runs = await host.InNationAsync(db => db.Set<JobRun>().ToListAsync());
        Assert.All(runs, run => Assert.Equal((communes, communes, 0), (run.CommunesTotal, run.CommunesDone, run.CommunesFailed)));
        Assert.Equal(runs.Count * communes, await host.InNationAsync(db => db.Set<JobRunCommune>().CountAsync(commune => commune.State == JobRunCommuneState.Done)));
        Assert.Equal(1, await host.InCommuneAsync("demnate", services =>
            services.GetRequiredService<CommuneContext>().Set<AuditEntry>().CountAsync(entry => entry.Verb == "commune.seeded")));
    }

    /// <summary>With a job every second, taken over soon after whoever ran it is gone.</summary>
    private static ChildProduct Start(PlatformHost host) => ChildProduct.Start(host, new()
    {
        ["Jobs__nightly-maintenance__Cron"] = "0/1 * * * * ?",
        ["Jobs__Parallelism"] = "1",
        ["Jobs__Lease"] = "00:00:02",
        ["Jobs__ResumeEvery"] = "00:00:00.5",
    });

    private static async Task UntilAsync(ChildProduct process, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.False(process.HasExited, "It ended by itself.");
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>False while there is no such database or table yet.</summary>
    private static async Task<bool> AskAsync(PlatformHost host, Func<NationalContext, Task<bool>> question)
    {
        try
        {
            return File.Exists(Path.Combine(host.DataFolder, "national.db")) && await host.InNationAsync(question);
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
