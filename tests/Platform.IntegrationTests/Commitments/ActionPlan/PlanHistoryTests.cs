using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.ActionPlan;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Measures;
using Platform.Kernel.Publishing;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.IntegrationTests.Commitments.ActionPlan;

/// <summary>What happens to a plan once people say how far it is.</summary>
public sealed class PlanHistoryTests
{
    private static readonly Period September = Period.Month(2026, 9);
    private static readonly Period October = Period.Month(2026, 10);

    [Fact]
    public async Task The_state_at_a_date_is_the_last_entry_on_or_before_it()
    {
        await using var host = await StartAsync();
        await Tell(host, "2.1", new DateOnly(2026, 9, 30), ActivityStatus.InProgress, 20);
        await Tell(host, "2.1", new DateOnly(2026, 10, 31), ActivityStatus.Completed, 100);
        await Tell(host, "2.1", new DateOnly(2026, 10, 5), ActivityStatus.InProgress, 60); // Said later, of an earlier day.

        Assert.Equal(0, (await Measure(host, September, "action-plan.completed-share")).Numerator);
        Assert.Equal(1, (await Measure(host, October, "action-plan.completed-share")).Numerator);
        Assert.Equal(1, (await Measure(host, September, "action-plan.in-progress-share")).Numerator);
        Assert.Equal(0, (await Measure(host, October, "action-plan.in-progress-share")).Numerator);
        Assert.Equal(Math.Round(20m / 9, 4), (await Measure(host, September, "action-plan.progress")).Value);
    }

    [Fact]
    public async Task Of_two_entries_of_one_day_the_one_recorded_last_holds()
    {
        await using var host = await StartAsync();
        await Tell(host, "1.1", new DateOnly(2026, 10, 1), ActivityStatus.Completed, 100);
        await Tell(host, "1.1", new DateOnly(2026, 10, 1), ActivityStatus.InProgress, 80);

        Assert.Equal(0, (await Measure(host, October, "action-plan.completed-share")).Numerator);
    }

    [Fact]
    public async Task A_cancelled_activity_leaves_every_share()
    {
        await using var host = await StartAsync();
        await Tell(host, "1.1", new DateOnly(2026, 10, 1), ActivityStatus.Cancelled, 50);

        Assert.Equal(8, (await Measure(host, October, "action-plan.completed-share")).Denominator);
        Assert.Equal(8, (await Measure(host, October, "action-plan.progress")).Denominator);
        Assert.Equal(9, (await Measure(host, October, "action-plan.activities")).Numerator);
    }

    [Fact]
    public async Task Late_is_what_was_late_at_the_end_of_the_period()
    {
        await using var host = await StartAsync();
        await Change(host, "5.1", activity => activity.Schedule(new DateOnly(2026, 1, 1), new DateOnly(2026, 10, 15)));
        await Tell(host, "5.1", new DateOnly(2026, 11, 10), ActivityStatus.Completed, 100);

        Assert.Equal(0, (await Measure(host, September, "action-plan.late-count")).Value);
        Assert.Equal(1, (await Measure(host, October, "action-plan.late-count")).Value);
        Assert.Equal(0, (await Measure(host, Period.Month(2026, 11), "action-plan.late-count")).Value);
    }

    [Fact]
    public async Task The_rows_behind_a_figure_name_the_activity_and_lead_to_its_page()
    {
        await using var host = await StartAsync();
        await Tell(host, "2.1", new DateOnly(2026, 10, 3), ActivityStatus.InProgress, 40);

        var rows = await host.InCommuneAsync("demnate", services => Source(services).RowsAsync("action-plan.progress", October, Stop));

        var row = rows.Single(row => row.Key == "activity:2.1");
        Assert.Equal(9, rows.Count);
        Assert.Equal((0.4m, 1m), (row.Numerator, row.Denominator));
        Assert.Equal("/action-plan/activities/2.1", row.Link);
        Assert.Equal("in-progress", row.State);
        Assert.Equal(new DateOnly(2026, 10, 3), row.On);
    }

    [Fact]
    public async Task Axes_count_as_started_with_their_first_activity()
    {
        await using var host = await StartAsync();
        await Tell(host, "2.1", new DateOnly(2026, 10, 3), ActivityStatus.InProgress, 0);
        await Tell(host, "2.2", new DateOnly(2026, 10, 3), ActivityStatus.Completed, 100);

        var measurement = await Measure(host, October, "action-plan.axes-started-share");

        Assert.Equal((1m, 6m), (measurement.Numerator, measurement.Denominator));
    }

    [Fact]
    public async Task All_measures_together_cost_three_queries()
    {
        await using var host = await StartAsync();
        await host.InCommuneAsync("demnate", async services =>
        {
            var source = Source(services);
            host.Queries.Clear();
            await source.MeasureAsync([.. source.Measures.Select(measure => measure.Key)], October, Stop);
        });

        // Which plan, its activities, and what they had come to.
        Assert.Equal(3, host.Queries.Commands.Count);
    }

    [Fact]
    public async Task A_measure_of_another_room_is_refused()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => Measure(host, October, "charter.in-force"));
    }

    [Fact]
    public async Task The_national_report_tells_stage_and_axes()
    {
        await using var host = await StartAsync("demnate", "larache", "zaio");
        await Tell(host, "2.1", new DateOnly(2026, 10, 3), ActivityStatus.Completed, 100);

        var demnate = await Report(host, "demnate", October);
        Assert.Equal("in-force", demnate.PlanStage);
        Assert.Equal(new DateOnly(2025, 2, 6), demnate.PlanAdoptedOn);
        Assert.Equal((6, 9, 1), (demnate.Axes.Count, demnate.Axes.Sum(axis => axis.Activities), demnate.Axes.Sum(axis => axis.Completed)));
        Assert.Equal("draft", (await Report(host, "demnate", Period.Month(2025, 1))).PlanStage);
        Assert.Equal("draft", (await Report(host, "zaio", October)).PlanStage);
        Assert.Equal("none", (await Report(host, "larache", October)).PlanStage);
    }

    [Fact]
    public async Task Provisioning_again_doubles_nothing_and_keeps_what_was_edited()
    {
        await using var host = await StartAsync("demnate", "zaio");
        await Change(host, "2.1", activity => activity.Entrust(new LocalizedText("x", "Service x"), null, 1000));
        var before = await Count(host);

        await host.ProvisionAsync();

        Assert.Equal(before, await Count(host));
        using var client = host.Commune("demnate");
        var plan = await client.JsonAsync("/api/v1/action-plan");
        Assert.Equal("Service x", ActivityOf(plan, "2.1").GetProperty("responsible").GetProperty("fr").GetString());
    }

    [Fact]
    public async Task What_is_said_shows_at_once_on_the_page_and_among_the_news()
    {
        await using var host = await StartAsync();
        using var client = host.Commune("demnate");
        await client.PageAsync("/fr/action-plan/activities/2.1");
        await Change(host, "2.1", activity => activity.Schedule(new DateOnly(2026, 1, 1), new DateOnly(2026, 10, 15)));
        await Tell(host, "2.1", new DateOnly(2026, 10, 3), ActivityStatus.InProgress, 40);

        var page = await client.PageAsync("/fr/action-plan/activities/2.1");
        var changes = await host.InCommuneAsync("demnate", services => services.GetServices<IChangeSource>().OfType<PlanChanges>().Single().LatestAsync(5, Stop));

        Assert.Equal("40", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".badge-danger"));
        Assert.Single(page.QuerySelectorAll(".timeline > li"));
        Assert.Equal("/action-plan/activities/2.1", changes[0].Link);
    }

    [Fact]
    public async Task A_page_costs_the_same_queries_however_much_was_said()
    {
        await using var host = await StartAsync("demnate", "beni-mellal");
        var small = await Cost(host, "demnate", "/ar/action-plan");
        var large = await Cost(host, "beni-mellal", "/ar/action-plan");
        await Demonstrate(host, "beni-mellal");
        var busy = await Cost(host, "beni-mellal", "/fr/action-plan");

        Assert.InRange(small, 1, 6);
        Assert.Equal(small, large);
        Assert.Equal(small, busy);
    }

    [Fact]
    public async Task A_demonstration_is_plausible_and_the_same_each_time()
    {
        await using var first = await StartAsync("demnate", "zaio", "larache");
        await using var second = await StartAsync("demnate", "zaio", "larache");
        foreach (var slug in new[] { "demnate", "zaio", "larache" })
        {
            await Demonstrate(first, slug);
            await Demonstrate(second, slug);
        }

        var told = await Entries(first, "zaio");
        Assert.NotEmpty(told);
        Assert.Equal(told, await Entries(second, "zaio"));
        Assert.NotEqual(told, await Entries(first, "demnate"));
        Assert.All(told, entry => Assert.InRange(entry.Percent, 0, 100));
        Assert.Empty(await Entries(first, "larache"));

        // Done again, it adds nothing to what is there.
        await Demonstrate(first, "zaio");
        Assert.Equal(told, await Entries(first, "zaio"));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<PlatformHost> StartAsync(params string[] communes) =>
        PlatformHost.StartAsync(options => options.Communes = communes.Length == 0 ? ["demnate"] : communes);

    private static PlanMeasures Source(IServiceProvider services) => services.GetServices<IMeasureSource>().OfType<PlanMeasures>().Single();

    private static Task<Measurement> Measure(PlatformHost host, Period period, string key) => host.InCommuneAsync(
        "demnate", async services => (await Source(services).MeasureAsync([key], period, Stop))[key]);

    private static Task<ProgressBuilder> Report(PlatformHost host, string slug, Period period) => host.InCommuneAsync(slug, async services =>
    {
        var report = new ProgressBuilder();
        await services.GetServices<IProgressSource>().OfType<PlanReport>().Single().AddToAsync(report, period, Stop);
        return report;
    });

    private static Task Tell(PlatformHost host, string reference, DateOnly on, ActivityStatus status, int percent) => Change(
        host, reference, activity => activity.Progress.Add(ProgressEntry.Of(on, status, percent, null, null, null, host.Clock.UtcNow())));

    private static Task Change(PlatformHost host, string reference, Action<Activity> change) => host.InCommuneAsync("demnate", async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var numbers = reference.Split('.').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (axis, number) = (numbers[0], numbers[1]);
        change(await db.Set<Axis>()
            .Where(row => row.Number == axis)
            .SelectMany(row => row.Activities)
            .SingleAsync(activity => activity.Number == number, Stop));
        await db.SaveChangesAsync(Stop);
    });

    private static async Task<int> Cost(PlatformHost host, string slug, string path)
    {
        using var client = host.Commune(slug);
        host.Queries.Clear();
        await client.PageAsync(path);
        return host.Queries.Commands.Count(command => command.Contains("plan_", StringComparison.Ordinal));
    }

    private static Task Demonstrate(PlatformHost host, string slug) => host.InCommuneAsync(slug, async services =>
    {
        await services.GetServices<IDemonstrator>().OfType<PlanDemonstrator>().Single()
            .DemonstrateAsync(7, new DateOnly(2025, 11, 1), new DateOnly(2026, 11, 20), Stop);
        await services.GetRequiredService<CommuneContext>().SaveChangesAsync(Stop);
    });

    private static Task<List<(DateOnly EffectiveOn, ActivityStatus Status, int Percent)>> Entries(PlatformHost host, string slug) => host.InCommuneAsync(
        slug,
        async services => (await services.GetRequiredService<CommuneContext>().Set<ProgressEntry>().AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Stop))
            .ConvertAll(entry => (entry.EffectiveOn, entry.Status, entry.Percent)));

    private static async Task<(int, int, int, int)> Count(PlatformHost host)
    {
        var counts = new List<(int Plans, int Axes, int Activities, int Indicators)>();
        foreach (var slug in new[] { "demnate", "zaio" })
        {
            counts.Add(await host.InCommuneAsync(slug, async services =>
            {
                var db = services.GetRequiredService<CommuneContext>();
                return (await db.Set<Plan>().CountAsync(Stop), await db.Set<Axis>().CountAsync(Stop), await db.Set<Activity>().CountAsync(Stop),
                    await db.Set<SuccessIndicator>().CountAsync(Stop));
            }));
        }

        return (counts.Sum(count => count.Plans), counts.Sum(count => count.Axes), counts.Sum(count => count.Activities), counts.Sum(count => count.Indicators));
    }

    private static JsonElement ActivityOf(JsonElement plan, string reference) => plan.GetProperty("axes").EnumerateArray()
        .SelectMany(axis => axis.GetProperty("activities").EnumerateArray())
        .Single(activity => activity.GetProperty("reference").GetString() == reference);
}
