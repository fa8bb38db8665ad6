using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Jobs;

namespace Platform.IntegrationTests.Jobs;

public sealed class CommuneJobRunnerTests
{
    private static readonly string[] Communes = ["demnate", "larache", "settat", "zaio", "zoumi"];
    private static readonly JobRequest Request = new(TestJob.JobName, "2026-10");

    [Theory]
    [EveryEngine]
    public async Task A_run_that_two_processes_ask_for_at_once_happens_once(DatabaseEngine engine)
    {
        var script = Slow(TimeSpan.FromMilliseconds(50));
        await using var first = await StartAsync(script, engine);
        await using var second = await BesideAsync(first, script, engine);

        var results = await Task.WhenAll(RunAsync(first), RunAsync(second));

        Assert.Contains(results, result => result.Verdict == JobVerdict.Completed);
        Assert.Contains(results, result => result.Verdict is JobVerdict.RunningElsewhere or JobVerdict.AlreadyCompleted);
        Assert.Equal(Communes, script.Completed.Select(done => done.Commune).Order(StringComparer.Ordinal));
        Assert.Equal(1, await first.InNationAsync(db => db.Set<JobRun>().CountAsync()));
    }

    [Fact]
    public async Task A_completed_run_is_not_done_again()
    {
        var script = new TestJob.Script();
        await using var host = await StartAsync(script);
        await RunAsync(host);

        var again = await RunAsync(host);

        Assert.Equal(JobVerdict.AlreadyCompleted, again.Verdict);
        Assert.Equal(Communes.Length, script.Completed.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task An_interrupted_run_goes_on_where_it_stood(DatabaseEngine engine)
    {
        using var stop = new CancellationTokenSource();
        var script = new TestJob.Script();
        script.Behaviour = async (_, _, cancellation) =>
        {
            if (script.Completed.Count == 2)
            {
                await stop.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            }
        };
        await using var host = await StartAsync(script, engine, parallelism: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(host).RunAsync(Request, null, stop.Token));
        Assert.Equal(2, await DoneAsync(host));

        script.Behaviour = (_, _, _) => Task.CompletedTask;
        await Runner(host).ResumeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Communes, script.Completed.Select(done => done.Commune).Order(StringComparer.Ordinal));
        Assert.All(script.Completed, done => Assert.Equal("2026-10", done.Key));
        var run = await host.InNationAsync(db => db.Set<JobRun>().SingleAsync());
        Assert.Equal((JobRunState.Completed, 5, 5, 0), (run.State, run.CommunesTotal, run.CommunesDone, run.CommunesFailed));
        Assert.NotNull(run.FinishedAt);
    }

    [Theory]
    [EveryEngine]
    public async Task The_run_of_a_process_that_died_is_taken_over_when_its_lease_has_expired_and_not_before(DatabaseEngine engine)
    {
        var script = new TestJob.Script();
        await using var host = await StartAsync(script, engine);
        await host.InNationAsync(async db =>
        {
            var now = host.Clock.GetUtcNow().UtcDateTime;
            db.Add(JobRun.Claimed(Request, "a process that died", now.AddMinutes(1), now));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(JobVerdict.RunningElsewhere, (await RunAsync(host)).Verdict);
        Assert.Empty(await Runner(host).ResumeAsync(TestContext.Current.CancellationToken));

        host.Clock.Move(TimeSpan.FromMinutes(2));
        var result = Assert.Single(await Runner(host).ResumeAsync(TestContext.Current.CancellationToken));

        Assert.Equal(JobVerdict.Completed, result.Verdict);
        Assert.Equal(Communes.Length, script.Completed.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_commune_that_fails_is_tried_again_and_reported_while_the_others_are_done(DatabaseEngine engine)
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, _, _) => slug == "larache" ? throw new InvalidOperationException("the disk of larache is full") : Task.CompletedTask,
        };
        await using var host = await StartAsync(script, engine);

        var result = await RunAsync(host);

        Assert.Equal(JobVerdict.Failed, result.Verdict);
        Assert.Equal("the disk of larache is full", Assert.Single(result.Failures).Value);
        Assert.Equal(3, script.Attempts["larache"]);
        Assert.Equal(4, script.Completed.Count);
        var run = await host.InNationAsync(db => db.Set<JobRun>().SingleAsync());
        Assert.Equal((JobRunState.Failed, 4, 1), (run.State, run.CommunesDone, run.CommunesFailed));
        var failed = await host.InNationAsync(db => db.Set<JobRunCommune>().SingleAsync(commune => commune.State == JobRunCommuneState.Failed));
        Assert.Equal(("larache", 3, "the disk of larache is full"), (failed.Commune, failed.Attempts, failed.Error));
    }

    [Fact]
    public async Task A_failed_run_that_is_asked_for_again_does_only_what_failed()
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, _, _) => slug == "larache" ? throw new InvalidOperationException("not now") : Task.CompletedTask,
        };
        await using var host = await StartAsync(script);
        await RunAsync(host);
        script.Behaviour = (_, _, _) => Task.CompletedTask;

        var result = await RunAsync(host);

        Assert.Equal(JobVerdict.Completed, result.Verdict);
        Assert.Equal(Communes, script.Completed.Select(done => done.Commune).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_passes_leaves_the_run_completed()
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, attempt, _) => slug == "zaio" && attempt < 3 ? throw new InvalidOperationException("busy") : Task.CompletedTask,
        };
        await using var host = await StartAsync(script);

        Assert.Equal(JobVerdict.Completed, (await RunAsync(host)).Verdict);
        Assert.Equal(3, script.Attempts["zaio"]);
    }

    [Fact]
    public async Task A_commune_that_takes_too_long_is_stopped_and_the_others_are_done()
    {
        var script = new TestJob.Script
        {
            Behaviour = (slug, _, cancellation) => slug == "zoumi" ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask,
        };
        await using var host = await StartAsync(script, settings: new() { ["Jobs:CommuneTimeout"] = "00:00:00.2", ["Jobs:Attempts"] = "1" });

        var result = await RunAsync(host);

        Assert.Equal("zoumi", Assert.Single(result.Failures).Key);
        Assert.Equal(4, script.Completed.Count);
    }

    [Fact]
    public async Task A_commune_that_joined_afterwards_is_done_when_the_run_is_asked_for_again()
    {
        var script = new TestJob.Script();
        await using var host = await StartAsync(script);
        await host.InNationAsync(db => db.Set<TenantInfo>().Where(tenant => tenant.Slug == "settat")
            .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, CommuneState.Suspended)));
        await RunAsync(host);
        Assert.Equal(4, script.Completed.Count);
        await host.InNationAsync(db => db.Set<TenantInfo>().Where(tenant => tenant.Slug == "settat")
            .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, CommuneState.Active)));

        await RunAsync(host);

        Assert.Equal(Communes, script.Completed.Select(done => done.Commune).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_for_one_commune_never_passes_for_the_run_for_all()
    {
        var script = new TestJob.Script();
        await using var host = await StartAsync(script);

        await Runner(host).RunAsync(Request with { Only = "demnate" }, null, TestContext.Current.CancellationToken);
        Assert.Equal(("demnate", "2026-10"), Assert.Single(script.Completed));
        var all = await RunAsync(host);

        Assert.Equal((JobVerdict.Completed, 5), (all.Verdict, all.Total));
        Assert.Equal(["2026-10", "2026-10/demnate"], await host.InNationAsync(db => db.Set<JobRun>().Select(run => run.Key).Order().ToListAsync()));
    }

    [Fact]
    public async Task An_unknown_job_is_no_fault()
    {
        await using var host = await StartAsync(new());

        var result = await Runner(host).RunAsync(new("no-such-job", "2026"), null, TestContext.Current.CancellationToken);

        Assert.Equal(JobVerdict.UnknownJob, result.Verdict);
        Assert.Equal(0, await host.InNationAsync(db => db.Set<JobRun>().CountAsync()));
    }

    private static TestJob.Script Slow(TimeSpan delay) => new() { Behaviour = (_, _, cancellation) => Task.Delay(delay, cancellation) };

    private static Task<PlatformHost> StartAsync(
        TestJob.Script script, DatabaseEngine engine = DatabaseEngine.Sqlite, int parallelism = 4, Dictionary<string, string?>? settings = null) =>
        PlatformHost.StartAsync(options =>
        {
            options.Engine = engine;
            options.Communes = Communes;
            Configure(options, script, parallelism);
            foreach (var (key, value) in settings ?? [])
            {
                options.Settings[key] = value;
            }
        });

    /// <summary>A second process on the same databases.</summary>
    private static Task<PlatformHost> BesideAsync(PlatformHost first, TestJob.Script script, DatabaseEngine engine)
    {
        var connections = first.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>().Value;
        return PlatformHost.StartAsync(options =>
        {
            options.Engine = engine;
            options.Communes = Communes;
            options.Provision = false;
            options.Settings["Data:Folder"] = first.DataFolder;
            options.Settings["ConnectionStrings:National"] = connections.NationalConnection;
            options.Settings["Database:CommuneConnectionTemplate"] = connections.CommuneConnectionTemplate;
            Configure(options, script, parallelism: 4);
        });
    }

    private static void Configure(PlatformHostOptions options, TestJob.Script script, int parallelism)
    {
        options.Settings["Jobs:RetryDelay"] = "00:00:00.01";
        options.Settings["Jobs:RecordEvery"] = "00:00:00.01";
        options.Settings["Jobs:Parallelism"] = parallelism.ToString(System.Globalization.CultureInfo.InvariantCulture);
        options.Services = services => services.AddSingleton(script).AddKeyedScoped<ICommuneJob, TestJob>(TestJob.JobName);
    }

    private static CommuneJobRunner Runner(PlatformHost host) => host.Services.GetRequiredService<CommuneJobRunner>();

    private static Task<JobResult> RunAsync(PlatformHost host) => Runner(host).RunAsync(Request, null, TestContext.Current.CancellationToken);

    private static Task<int> DoneAsync(PlatformHost host) =>
        host.InNationAsync(db => db.Set<JobRunCommune>().CountAsync(commune => commune.State == JobRunCommuneState.Done));
}
