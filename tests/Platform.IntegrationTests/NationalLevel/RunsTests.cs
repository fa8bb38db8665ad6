using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Auditing;
using Platform.IntegrationTests.Jobs;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Tenancy.Jobs;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Commitments.Charter.CharterDraftingTests;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Staff read what ran and how it went; an operator runs again what failed, or all of it, and never twice at once.</summary>
public sealed class RunsTests
{
    private const string Runs = "/fr/workspace/jobs";

    [Fact]
    public async Task A_run_is_read_with_its_communes_and_run_again_where_it_failed_or_as_a_whole()
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, _, _) => slug == "zaio" ? throw new InvalidOperationException("the disk of zaio is full") : Task.CompletedTask,
        };
        await using var host = await StartAsync(script);
        using var @operator = await host.SignInNationallyAsync(Role.Operator);
        using var analyst = await host.SignInNationallyAsync(Role.Analyst);
        Assert.NotNull((await analyst.PageAsync(Runs)).QuerySelector(".empty"));
        await host.Services.GetRequiredService<CommuneJobRunner>().RunAsync(new(TestJob.JobName, "2026-10"), null, TestContext.Current.CancellationToken);

        var list = await analyst.PageAsync($"{Runs}?job={TestJob.JobName}&failed=1");
        var run = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        var read = await analyst.PageAsync(run);
        Assert.Equal("the disk of zaio is full", read.QuerySelector("tbody tr .technical")!.TextContent);
        Assert.Empty(read.QuerySelectorAll(".workspace-main form"));
        using (var refused = await analyst.SubmitAsync(await @operator.PageAsync(run), run, [], "form[action$='Rest']"))
        {
            Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        }

        script.Behaviour = (_, _, _) => Task.CompletedTask;
        var (before, counted) = (script.Completed.Count, script.Attempts["demnate"]);
        await DoneAsync(@operator.SubmitAsync(run, [], "form[action$='Rest']"));
        await EndedAsync(host);
        Assert.Equal((before + 1, counted), (script.Completed.Count, script.Attempts["demnate"]));
        Assert.NotNull((await @operator.PageAsync(run)).QuerySelector(".page-header .badge-success"));

        await DoneAsync(@operator.SubmitAsync(run, [], "form[action$='Whole']"));
        await EndedAsync(host);
        Assert.Equal((before + 3, counted + 1), (script.Completed.Count, script.Attempts["demnate"]));
        var acts = await host.InNationAsync(db => db.Set<AuditEntry>().Where(act => act.Verb == "job.run").ToListAsync());
        Assert.Equal(2, acts.Count);
        Assert.All(acts, act => Assert.Equal(($"staff:{@operator.Person.Account}", "2026-10"), (act.Actor, act.Reason)));
    }

    [Fact]
    public async Task A_run_that_somebody_works_on_is_not_begun_again()
    {
        var script = new TestJob.Script();
        await using var host = await StartAsync(script);
        await host.InNationAsync(async db =>
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            db.Add(JobRun.Claimed(new(TestJob.JobName, "2026-10"), "another process", now.AddMinutes(1), now));
            return await db.SaveChangesAsync();
        });

        await using var scope = host.Services.CreateAsyncScope();
        var history = scope.ServiceProvider.GetRequiredService<IJobHistory>();
        var (lines, _) = await history.PageAsync(null, failed: false, 1, 10, TestContext.Current.CancellationToken);
        Assert.Equal(RunStanding.Running, Assert.Single(lines).Standing);
        Assert.Equal(RunAgain.UnderWay, await history.AgainAsync(lines[0].Id, whole: true, TestContext.Current.CancellationToken));

        host.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(RunStanding.Abandoned, (await history.FindAsync(lines[0].Id, TestContext.Current.CancellationToken))!.Standing);
        Assert.Equal(RunAgain.Begun, await history.AgainAsync(lines[0].Id, whole: false, TestContext.Current.CancellationToken));
        await EndedAsync(host);
        Assert.Equal(2, script.Completed.Count);
        Assert.Equal(RunAgain.Nothing, await history.AgainAsync(999, whole: false, TestContext.Current.CancellationToken));
    }

    private static Task<PlatformHost> StartAsync(TestJob.Script script) => PlatformHost.StartAsync(options =>
    {
        options.Communes = ["demnate", "zaio"];
        options.Settings["Jobs:Attempts"] = "1";
        options.Services = services => services.AddSingleton(script).AddKeyedScoped<ICommuneJob, TestJob>(TestJob.JobName);
    });

    private static async Task EndedAsync(PlatformHost host)
    {
        for (var waited = 0; waited < 600; waited++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var (lines, _) = await scope.ServiceProvider.GetRequiredService<IJobHistory>().PageAsync(TestJob.JobName, failed: false, 1, 10, TestContext.Current.CancellationToken);
            if (lines.All(line => line.Standing is RunStanding.Completed or RunStanding.Failed))
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The run did not end within a minute.");
    }
}
