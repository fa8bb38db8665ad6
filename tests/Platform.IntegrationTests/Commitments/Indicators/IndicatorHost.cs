using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Measures;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.Commitments.Indicators;

/// <summary>The real product with one commune, Settat, whose own indicators are counted by a room of the test.</summary>
internal sealed class IndicatorHost : IAsyncDisposable
{
    public const string Slug = "settat";

    private const string Own = """
        own:
          - {code: own-flow, measure: test.flow, kind: count, behaviour: flow, derive: sum, NAMES, target: {value: 10, due: 2026-12-31}, baseline: {value: 0, on: 2026-01-01}}
          - {code: own-stock, measure: test.stock, kind: count, behaviour: stock, derive: last, NAMES}
          - {code: own-share, measure: test.share, kind: percentage, behaviour: flow, derive: recompute, NAMES}
          - {code: own-level, measure: test.level, kind: count, behaviour: stock, derive: mean, NAMES}
          - {code: own-entered, kind: count, behaviour: flow, derive: sum, NAMES}
        """;

    private const string Names =
        "name: {ar: \"مؤشر\", fr: \"Mon indicateur\"}, definition: {ar: \"تعريف\", fr: \"Ce qui est compté\"}, unit: {ar: \"وحدة\", fr: \"unité\"}, "
        + "direction: up, periodicity: monthly, rollup: none";

    private IndicatorHost(PlatformHost host, TestFigures figures) => (Host, Figures) = (host, figures);

    public PlatformHost Host { get; }

    public TestFigures Figures { get; }

    public static async Task<IndicatorHost> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite, Action<PlatformHostOptions>? configure = null)
    {
        var figures = new TestFigures();
        var host = await PlatformHost.StartAsync(options =>
        {
            options.Engine = engine;
            options.Communes = [Slug];
            options.Provision = false;
            options.Services = services => services
                .AddSingleton(figures)
                .AddScoped<IMeasureSource, TestMeasures>()
                .AddScoped<IProgressSource, TestProgress>();
            configure?.Invoke(options);
        });
        await File.WriteAllTextAsync(
            Path.Combine(host.TenantsFolder, Slug, "indicators.yaml"), Own.Replace("NAMES", Names, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await host.ProvisionAsync();
        return new(host, figures);
    }

    public Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work) => Host.InCommuneAsync(Slug, work);

    public Task<int> TakeAsync(string month) =>
        InAsync(services => services.GetRequiredService<SnapshotTaker>().TakeAsync(Period.Parse(month), TestContext.Current.CancellationToken));

    public Task<IReadOnlyList<Period>> CorrectAsync(string code, string period, string reason = "A row was entered twice", string author = "Point focal") =>
        InAsync(services => services.GetRequiredService<SnapshotTaker>().CorrectAsync(
            code, Period.Parse(period), reason, author, TestContext.Current.CancellationToken));

    /// <summary>All snapshots of an indicator, by period and version.</summary>
    public Task<List<IndicatorSnapshot>> SnapshotsAsync(string? code = null) => InAsync(async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var snapshots = await (
            from snapshot in db.Set<IndicatorSnapshot>().AsNoTracking()
            join indicator in db.Set<Indicator>() on snapshot.IndicatorId equals indicator.Id
            where code == null || indicator.Code == code
            select snapshot).ToListAsync(TestContext.Current.CancellationToken);
        return snapshots.OrderBy(snapshot => snapshot.Period.ToString(), StringComparer.Ordinal).ThenBy(snapshot => snapshot.Version).ToList();
    });

    public async Task<IndicatorSnapshot?> SnapshotAsync(string code, string period) =>
        (await SnapshotsAsync(code)).LastOrDefault(snapshot => snapshot.Period == Period.Parse(period));

    public Task<List<OutboxMessage>> OutboxAsync(string kind) => InAsync(services => services.GetRequiredService<CommuneContext>()
        .Set<OutboxMessage>().AsNoTracking().Where(message => message.Kind == kind).ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>Enters a value of an indicator by hand.</summary>
    public Task<int> EnterAsync(string code, string period, decimal value, int version = 1) => InAsync(async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        var indicator = await db.Set<Indicator>().SingleAsync(indicator => indicator.Code == code, TestContext.Current.CancellationToken);
        db.Add(ManualValue.Enter(
            indicator, Period.Parse(period), version, value, new LocalizedText("محضر الاجتماع", "Procès-verbal de la réunion"), null, "Point focal",
            Host.Clock.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
