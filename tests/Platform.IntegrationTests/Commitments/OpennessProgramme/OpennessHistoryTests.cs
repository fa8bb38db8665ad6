using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.OpennessProgramme;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Measures;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.Commitments.OpennessProgramme;

/// <summary>What happens to a programme once it is in the database, on every engine.</summary>
public sealed class OpennessHistoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryEngine]
    public async Task Provisioning_again_doubles_nothing_and_keeps_an_edit(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        await InLaracheAsync(host, async (db, _) => (await db.Set<Programme>().SingleAsync(Stop)).Rename(new("عنوان عدلته الجماعة")));

        await host.ProvisionAsync();

        using var client = host.Commune("larache");
        var programme = await client.JsonAsync("/api/v1/openness-programme");
        Assert.Equal("عنوان عدلته الجماعة", programme.GetProperty("title").GetProperty("ar").GetString());
        Assert.Equal(5, programme.GetProperty("projects").GetArrayLength());
        Assert.Single(programme.GetProperty("networks").EnumerateArray());
    }

    [Theory]
    [EveryEngine]
    public async Task Milestones_count_once_they_are_due_and_are_kept_only_when_somebody_said_so(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);

        Assert.Equal((4, 4), await MilestonesAsync(host, Period.Month(2023, 5)));
        Assert.Equal((6, 6), await MilestonesAsync(host, Period.Month(2023, 9)));
        Assert.Equal((6, 7), await MilestonesAsync(host, Period.Month(2023, 10)));

        await InLaracheAsync(host, async (db, _) => (await db.Set<Milestone>().SingleAsync(milestone => milestone.Kept == null, Stop)).Settle(true, new(2024, 1, 15)));

        Assert.Equal((6, 7), await MilestonesAsync(host, Period.Month(2023, 12)));
        Assert.Equal((7, 7), await MilestonesAsync(host, Period.Month(2024, 1)));
    }

    [Theory]
    [EveryEngine]
    public async Task Projects_members_and_documents_are_counted(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);

        Assert.Equal(5, await ValueAsync(host, OpennessMeasures.Projects, Period.Month(2026, 10)));
        Assert.Equal(0, await ValueAsync(host, OpennessMeasures.Members, Period.Month(2023, 4)));
        Assert.Equal(12, await ValueAsync(host, OpennessMeasures.Members, Period.Month(2023, 5)));

        // The adoption is only announced: nothing is in force until the council has voted.
        Assert.Equal(0, await ValueAsync(host, DocumentMeasures.InForce, Period.Month(2026, 10)));
        await InLaracheAsync(host, async (db, _) => (await db.Set<Programme>().SingleAsync(Stop)).Adopt(new(2023, 10, 5), null));
        Assert.Equal(0, await ValueAsync(host, DocumentMeasures.InForce, Period.Month(2023, 9)));
        Assert.Equal(1, await ValueAsync(host, DocumentMeasures.InForce, Period.Month(2023, 10)));
    }

    [Fact]
    public async Task Demnate_has_its_charter_and_its_plan_in_force()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);

        Assert.Equal(2, await ValueAsync(host, DocumentMeasures.InForce, Period.Month(2025, 2), "demnate"));
    }

    [Fact]
    public async Task The_national_report_tells_the_stage()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        Assert.Equal("draft", await StageAsync(host));

        await InLaracheAsync(host, async (db, _) => (await db.Set<Programme>().SingleAsync(Stop)).Adopt(new(2023, 10, 5), null));

        Assert.Equal("in-force", await StageAsync(host));
    }

    [Fact]
    public async Task Only_what_nobody_has_said_is_made_up()
    {
        await using var host = await StartAsync(DatabaseEngine.Sqlite);
        await InLaracheAsync(host, (_, services) => services.GetServices<IDemonstrator>().OfType<OpennessDemonstrator>().Single()
            .DemonstrateAsync(7, new(2025, 11, 1), new(2026, 10, 31), Stop));

        await InLaracheAsync(host, async (db, _) =>
        {
            var milestones = await db.Set<Milestone>().ToListAsync(Stop);
            Assert.All(milestones, milestone => Assert.NotNull(milestone.Kept));
            Assert.Equal(new DateOnly(2025, 11, 1), Assert.Single(milestones, milestone => milestone.Demonstration).SettledOn);
        });
    }

    private static Task<PlatformHost> StartAsync(DatabaseEngine engine) => PlatformHost.StartAsync(options =>
    {
        options.Engine = engine;
        options.Communes = ["larache"];
    });

    private static Task InLaracheAsync(PlatformHost host, Func<CommuneContext, IServiceProvider, Task> work) => host.InCommuneAsync("larache", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        await work(db, services);
        await db.SaveChangesAsync(Stop);
    });

    private static async Task<(decimal, decimal)> MilestonesAsync(PlatformHost host, Period period)
    {
        var measured = await MeasureAsync(host, OpennessMeasures.MilestonesKept, period, "larache");
        return (measured.Numerator, measured.Denominator);
    }

    private static async Task<decimal?> ValueAsync(PlatformHost host, string key, Period period, string commune = "larache") =>
        (await MeasureAsync(host, key, period, commune)).Value;

    private static Task<Measurement> MeasureAsync(PlatformHost host, string key, Period period, string commune) => host.InCommuneAsync(commune, async services =>
    {
        var source = services.GetServices<IMeasureSource>().Single(source => source.Measures.Any(measure => measure.Key == key));
        return (await source.MeasureAsync([key], period, Stop))[key];
    });

    private static Task<string> StageAsync(PlatformHost host) => host.InCommuneAsync("larache", async services =>
    {
        var report = new ProgressBuilder();
        await services.GetServices<IProgressSource>().OfType<OpennessProgress>().Single().AddToAsync(report, Period.Month(2026, 10), Stop);
        return report.OpennessStage;
    });
}
