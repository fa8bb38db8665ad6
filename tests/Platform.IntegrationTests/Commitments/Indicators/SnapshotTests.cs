using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Tenancy.Connections;

namespace Platform.IntegrationTests.Commitments.Indicators;

public sealed class SnapshotTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EveryEngine]
    public async Task A_run_takes_what_is_missing_and_a_second_run_nothing(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);
        host.Figures.Set("test.share", "2026-10", 3, 8);

        var first = await host.TakeAsync("2026-10");
        var second = await host.TakeAsync("2026-10");

        Assert.True(first >= 4);
        Assert.Equal(0, second);
        var share = Assert.Single(await host.SnapshotsAsync("own-share"));
        Assert.Equal((37.5m, 3m, 8m, 1), (share.Value, share.Numerator, share.Denominator, share.Version));
        Assert.Equal(("test.share", 2, SnapshotOrigin.Measured), (share.MeasureKey, share.MeasureVersion, share.Origin));
        Assert.Equal(64, share.RowDigest.Length);
    }

    [Fact]
    public async Task Each_room_is_asked_once_for_all_its_figures()
    {
        await using var host = await IndicatorHost.StartAsync();

        await host.TakeAsync("2026-10");

        Assert.Equal(1, host.Figures.Asked);
    }

    [Theory]
    [EveryEngine]
    public async Task A_snapshot_is_never_changed_or_removed(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);
        await host.TakeAsync("2026-10");

        await Assert.ThrowsAsync<ImmutableRowException>(() => host.InAsync(async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            var snapshot = await db.Set<IndicatorSnapshot>().OrderBy(snapshot => snapshot.IndicatorId).FirstAsync(Stop);
            db.Entry(snapshot).Property(one => one.Value).CurrentValue = 99;
            return await db.SaveChangesAsync(Stop);
        }));
        await Assert.ThrowsAsync<ImmutableRowException>(() => host.InAsync(async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Remove(await db.Set<IndicatorSnapshot>().OrderBy(snapshot => snapshot.IndicatorId).FirstAsync(Stop));
            return await db.SaveChangesAsync(Stop);
        }));
        await Assert.ThrowsAsync<ImmutableRowException>(() => host.InAsync(services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.RemoveRange(db.Set<IndicatorSnapshot>().OrderBy(snapshot => snapshot.IndicatorId).Take(1));
#pragma warning disable CA1849 // The blocking way is refused too.
            return Task.FromResult(db.SaveChanges());
#pragma warning restore CA1849
        }));

        Assert.DoesNotContain(await host.SnapshotsAsync(), snapshot => snapshot.Value == 99);
    }

    [Theory]
    [EveryEngine]
    public async Task The_database_itself_refuses_a_second_snapshot_of_a_period(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);
        await host.TakeAsync("2026-10");
        var taken = (await host.SnapshotsAsync("own-stock"))[0];

        await Assert.ThrowsAsync<DbUpdateException>(() => host.InAsync(services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Add(taken);
            return db.SaveChangesAsync(Stop);
        }));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_runs_at_once_take_everything_once(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.TakeAsync("2026-10"), Stop)));

        Assert.Single(taken, count => count > 0);
        var snapshots = await host.SnapshotsAsync();
        Assert.Equal(taken.Max(), snapshots.Count);
        Assert.All(snapshots, snapshot => Assert.Equal(1, snapshot.Version));
        Assert.Single(await host.OutboxAsync(ProgressReport.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_run_that_dies_leaves_nothing_and_the_next_one_completes_it(bool dieMeasuring)
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.EnterAsync("own-entered", "2026-09", 4);
        host.Figures.Failing = dieMeasuring ? "test.level" : null;
        host.Figures.ProgressFails = !dieMeasuring;

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.TakeAsync("2026-09"));

        Assert.Empty(await host.SnapshotsAsync());
        Assert.Empty(await host.OutboxAsync(SnapshotReports.Kind));
        Assert.Empty(await host.OutboxAsync(ProgressReport.Kind));

        (host.Figures.Failing, host.Figures.ProgressFails) = (null, false);
        var taken = await host.TakeAsync("2026-09");

        Assert.Equal(taken, (await host.SnapshotsAsync()).Count);
        Assert.Single(await host.OutboxAsync(ProgressReport.Kind));
        Assert.NotNull(await host.SnapshotAsync("own-level", "2026-09"));
        Assert.NotNull(await host.SnapshotAsync("own-entered", "2026-09"));
    }

    [Fact]
    public async Task A_month_that_has_not_ended_is_not_taken()
    {
        await using var host = await IndicatorHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.TakeAsync("2026-11"));
        await Assert.ThrowsAsync<ArgumentException>(() => host.TakeAsync("2026-Q3"));
        Assert.Empty(await host.SnapshotsAsync());
    }

    [Theory]
    [EveryEngine]
    public async Task The_month_that_closes_a_quarter_derives_it_by_each_rule(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);
        (string Month, decimal Flow, decimal Stock, decimal Cases)[] months = [("2026-07", 1, 10, 1), ("2026-08", 2, 20, 1), ("2026-09", 3, 15, 8)];
        foreach (var (month, flow, stock, cases) in months)
        {
            host.Figures.Set("test.flow", month, flow);
            host.Figures.Set("test.stock", month, stock);
            host.Figures.Set("test.level", month, stock);
            host.Figures.Set("test.share", month, 1, cases);
            await host.TakeAsync(month);
        }

        Assert.Equal(6, (await host.SnapshotAsync("own-flow", "2026-Q3"))!.Value);
        Assert.Equal(15, (await host.SnapshotAsync("own-stock", "2026-Q3"))!.Value);
        Assert.Equal(15, (await host.SnapshotAsync("own-level", "2026-Q3"))!.Value);
        var share = (await host.SnapshotAsync("own-share", "2026-Q3"))!;
        Assert.Equal((30m, 3m, 10m, SnapshotOrigin.Derived), (share.Value, share.Numerator, share.Denominator, share.Origin));
        Assert.Null(await host.SnapshotAsync("own-flow", "2026"));
    }

    [Fact]
    public async Task The_last_month_of_a_year_derives_quarter_and_year()
    {
        await using var host = await IndicatorHost.StartAsync();
        for (var month = Period.Parse("2025-01"); month.Start.Year == 2025; month = month.Next())
        {
            host.Figures.Set("test.flow", month.ToString(), 2);
            host.Figures.Set("test.stock", month.ToString(), month.Start.Month);
            await host.TakeAsync(month.ToString());
        }

        Assert.Equal(24, (await host.SnapshotAsync("own-flow", "2025"))!.Value);
        Assert.Equal(6, (await host.SnapshotAsync("own-flow", "2025-Q4"))!.Value);
        Assert.Equal(12, (await host.SnapshotAsync("own-stock", "2025"))!.Value);
    }

    [Fact]
    public async Task Months_may_be_taken_in_any_order_and_half_a_quarter_is_never_taken_for_the_whole()
    {
        await using var host = await IndicatorHost.StartAsync();

        await host.TakeAsync("2026-09");
        Assert.NotNull(await host.SnapshotAsync("own-stock", "2026-Q3"));
        Assert.Null(await host.SnapshotAsync("own-flow", "2026-Q3"));

        await host.TakeAsync("2026-07");
        Assert.Null(await host.SnapshotAsync("own-flow", "2026-Q3"));

        await host.TakeAsync("2026-08");
        Assert.NotNull(await host.SnapshotAsync("own-flow", "2026-Q3"));
    }

    [Fact]
    public async Task A_value_entered_by_hand_is_taken_in_its_own_period_however_late_it_comes()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.TakeAsync("2026-07");
        await host.TakeAsync("2026-08");
        await host.TakeAsync("2026-09");
        await host.EnterAsync("own-entered", "2026-07", 1);
        await host.EnterAsync("own-entered", "2026-08", 2);
        await host.EnterAsync("own-entered", "2026-09", 3);

        Assert.Equal(4, await host.TakeAsync("2026-09"));

        Assert.Equal(SnapshotOrigin.Manual, (await host.SnapshotAsync("own-entered", "2026-07"))!.Origin);
        Assert.Equal(6, (await host.SnapshotAsync("own-entered", "2026-Q3"))!.Value);
        Assert.Equal(3, (await host.OutboxAsync(ProgressReport.Kind)).Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_correction_is_a_new_version_and_corrects_what_was_derived_from_it(DatabaseEngine engine)
    {
        await using var host = await IndicatorHost.StartAsync(engine);
        foreach (var month in new[] { "2026-07", "2026-08", "2026-09" })
        {
            host.Figures.Set("test.flow", month, 2);
            await host.TakeAsync(month);
        }

        host.Figures.Set("test.flow", "2026-08", 5);
        host.Host.Clock.Move(TimeSpan.FromHours(1));
        var corrected = await host.CorrectAsync("own-flow", "2026-08");

        Assert.Equal(["2026-08", "2026-Q3"], corrected.Select(period => period.ToString()));
        var versions = (await host.SnapshotsAsync("own-flow")).Where(snapshot => snapshot.Period.ToString() == "2026-08").ToList();
        Assert.Equal([(1, 2m), (2, 5m)], versions.Select(version => (version.Version, version.Value!.Value)));
        Assert.Null(versions[0].Reason);
        Assert.Equal(("A row was entered twice", "Point focal"), (versions[1].Reason, versions[1].Author));
        Assert.Equal((2, 9m), ((await host.SnapshotAsync("own-flow", "2026-Q3"))!.Version, (await host.SnapshotAsync("own-flow", "2026-Q3"))!.Value!.Value));
        Assert.Empty(await host.CorrectAsync("own-flow", "2026-08"));
    }

    [Fact]
    public async Task A_correction_needs_a_reason_an_author_and_something_to_correct()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.TakeAsync("2026-10");
        host.Figures.Set("test.flow", "2026-10", 7);

        await Assert.ThrowsAsync<ArgumentException>(() => host.CorrectAsync("own-flow", "2026-10", reason: " "));
        await Assert.ThrowsAsync<ArgumentException>(() => host.CorrectAsync("own-flow", "2026-10", author: ""));
        await Assert.ThrowsAsync<ArgumentException>(() => host.CorrectAsync("own-flow", "2026-09"));
        await Assert.ThrowsAsync<ArgumentException>(() => host.CorrectAsync("no-such", "2026-10"));
        Assert.Single(await host.SnapshotsAsync("own-flow"));
    }

    [Fact]
    public async Task The_national_level_hears_of_standard_indicators_only_and_of_progress_once_a_month()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.EnterAsync("meetings-held", "2026-10", 3);

        await host.TakeAsync("2026-10");
        await host.EnterAsync("training-workshops", "2026-10", 8);
        await host.TakeAsync("2026-10");

        var reports = (await host.OutboxAsync(SnapshotReports.Kind)).SelectMany(message => message.Read<SnapshotReports>().Snapshots).ToList();
        Assert.DoesNotContain(reports, report => report.Indicator.StartsWith("own-", StringComparison.Ordinal));
        Assert.Contains(reports, report => report is { Indicator: "meetings-held", Period: "2026-10", Version: 1, Value: 3, Demonstration: false });
        Assert.Contains(reports, report => report.Indicator == "training-workshops");
        Assert.Single(await host.OutboxAsync(ProgressReport.Kind));
    }

    [Fact]
    public async Task The_job_takes_the_month_that_has_ended()
    {
        await using var host = await IndicatorHost.StartAsync();

        var key = await host.InAsync(async services =>
        {
            var job = services.GetRequiredKeyedService<ICommuneJob>("monthly-snapshot");
            var key = job.KeyFor(host.Host.Clock.TodayInMorocco());
            await job.RunAsync(key, Stop);
            return key;
        });

        Assert.Equal("2026-10", key);
        Assert.NotEmpty(await host.SnapshotsAsync());
    }

    [Fact]
    public async Task Values_entered_by_hand_are_kept_as_they_were()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.EnterAsync("own-entered", "2026-10", 3);

        await Assert.ThrowsAsync<ImmutableRowException>(() => host.InAsync(async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Remove(await db.Set<ManualValue>().SingleAsync(Stop));
            return await db.SaveChangesAsync(Stop);
        }));
        await Assert.ThrowsAsync<ArgumentException>(() => host.EnterAsync("own-entered", "2026-Q3", 3));
        await Assert.ThrowsAsync<ArgumentException>(() => host.EnterAsync("participant-satisfaction", "2026-Q3", 6));
    }
}
