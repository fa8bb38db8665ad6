using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Jobs;
using Platform.Kernel.Reporting;
using Platform.National.Intake;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Each test has its own communes of the register, so that one host serves all.</summary>
public sealed class IntakeTests
{
    private static Task<PlatformHost> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite) => PlatformHost.StartAsync(options =>
    {
        options.Engine = engine;
        options.Communes = ["demnate", "settat"];
    });

    [Theory]
    [EveryEngine]
    public async Task The_same_message_twice_changes_nothing(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        object[] reports = [Reports.Snapshot(Reports.Count, 12), Reports.Progress("in-force", axes: new AxisProgress(1, 1, new("x"), 3, 1, 33))];

        await host.ReportAsync("demnate", reports);
        await host.ReportAsync("demnate", reports);

        Assert.Equal((1, 1, 1), await host.InNationAsync(async db => (
            await db.Set<NationalSnapshot>().CountAsync(TestContext.Current.CancellationToken),
            await db.Set<NationalProgress>().CountAsync(TestContext.Current.CancellationToken),
            await db.Set<NationalAxisProgress>().CountAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public async Task The_highest_version_is_shown_in_whatever_order_versions_come()
    {
        await using var host = await StartAsync();

        await host.ReportAsync("demnate", Reports.Snapshot(Reports.Count, 15, version: 3));
        await host.ReportAsync("demnate", Reports.Snapshot(Reports.Count, 12), Reports.Snapshot(Reports.Count, 14, version: 2));

        var rows = await SnapshotsAsync(host);
        Assert.Equal([(1, false), (2, false), (3, true)], rows.Select(row => (row.Version, row.Latest)));
        Assert.Equal(15, rows[2].Value);
    }

    [Fact]
    public async Task A_late_report_of_progress_does_not_undo_a_newer_one()
    {
        await using var host = await StartAsync();
        var old = new AxisProgress(2, null, new("old"), 1, 0, 0);
        var axis = new AxisProgress(1, 1, new("new"), 4, 2, 50);

        await host.ReportAsync("demnate", Reports.Progress("in-force", progress: 50, at: Reports.At.AddDays(1), axes: axis));
        await host.ReportAsync("demnate", Reports.Progress("draft", progress: 10, axes: old));

        var progress = await host.InNationAsync(db => db.Set<NationalProgress>().SingleAsync(TestContext.Current.CancellationToken));
        var axes = await host.InNationAsync(db => db.Set<NationalAxisProgress>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("in-force", 50m), (progress.CharterStage, progress.Progress));
        Assert.Equal(1, Assert.Single(axes).Number);
    }

    [Fact]
    public async Task An_axis_that_the_plan_no_longer_has_goes()
    {
        await using var host = await StartAsync();

        await host.ReportAsync("demnate", Reports.Progress(axes: [new(1, 1, new("a"), 2, 1, 50), new(2, 2, new("b"), 2, 1, 50)]));
        await host.ReportAsync("demnate", Reports.Progress(at: Reports.At.AddDays(1), axes: new AxisProgress(1, 1, new("a"), 2, 2, 100)));

        var axes = await host.InNationAsync(db => db.Set<NationalAxisProgress>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1, 2, 100m), (Assert.Single(axes).Number, axes[0].Completed, axes[0].Progress));
    }

    [Fact]
    public async Task A_commune_stands_in_the_register_from_its_provisioning_on()
    {
        await using var host = await StartAsync();

        var communes = await host.InNationAsync(db => db.Set<NationalCommune>().OrderBy(commune => commune.Slug).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["demnate", "settat"], communes.Select(commune => commune.Slug));
        Assert.Equal(("05.081", "05", " tadafor "), (communes[0].ProvinceCode, communes[0].RegionCode, communes[0].Programmes));
    }

    [Fact]
    public async Task The_daily_job_delivers_what_a_commune_has_written()
    {
        await using var host = await StartAsync();

        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<Data.CommuneContext>();
            db.Add(Data.Outbox.OutboxMessage.Of(SnapshotReport.Kind, Reports.Snapshot(Reports.Count, 9), Reports.At));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            var job = services.GetRequiredKeyedService<ICommuneJob>("national-intake");
            await job.RunAsync(job.KeyFor(new DateOnly(2026, 11, 2)), TestContext.Current.CancellationToken);
        });

        Assert.Equal(9, Assert.Single(await SnapshotsAsync(host)).Value);
    }

    [Fact]
    public async Task Many_messages_cost_no_more_queries_than_one()
    {
        var counter = new RowCounter();
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            counter.Watch(options);
        });
        var (commune, _) = Generated.Communes(1)[0];
        await host.TakeInAsync(commune, Reports.Snapshot(Reports.Count, 1));

        var one = await counter.CountAsync(() => host.TakeInAsync(commune, Reports.Snapshot(Reports.Count, 1, period: "2025-01")));
        var many = await counter.CountAsync(() => host.TakeInAsync(
            commune, [.. Enumerable.Range(1, 12).Select(month => Reports.Snapshot(Reports.Count, month, period: $"2024-{month:00}"))]));

        Assert.Equal(one.Reads, many.Reads);
    }

    private static Task<List<NationalSnapshot>> SnapshotsAsync(PlatformHost host) =>
        host.InNationAsync(db => db.Set<NationalSnapshot>().OrderBy(row => row.Version).ToListAsync(TestContext.Current.CancellationToken));
}
