using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>What communes report, put into their outboxes and delivered as the daily job does.</summary>
internal static class Reports
{
    public const string Share = "plan-activities-completed-share";
    public const string Count = "charter-signatory-associations";

    public static readonly DateTime At = new(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc);

    public static SnapshotReport Snapshot(
        string indicator, decimal? value, decimal? numerator = null, decimal? denominator = null, string period = "2026-10", int version = 1,
        string? track = null, DateTime? at = null, bool demonstration = false) =>
        new(indicator, period, version, value, numerator, denominator, at ?? At, track, demonstration);

    public static ProgressReport Progress(
        string charter = "none", string plan = "none", decimal? progress = null, string period = "2026-10", DateTime? at = null, params AxisProgress[] axes) =>
        new(period, at ?? At, charter, null, plan, null, "none", axes.Sum(axis => axis.Activities), axes.Sum(axis => axis.Completed), progress, axes, false);

    /// <summary>Writes messages to the commune's outbox and delivers them.</summary>
    public static Task ReportAsync(this PlatformHost host, string slug, params object[] reports) => host.InCommuneAsync(slug, async services =>
    {
        var db = services.GetRequiredService<CommuneContext>();
        foreach (var report in reports)
        {
            db.Add(report switch
            {
                SnapshotReport snapshot => OutboxMessage.Of(SnapshotReport.Kind, snapshot, At),
                ProgressReport progress => OutboxMessage.Of(ProgressReport.Kind, progress, At),
                _ => throw new ArgumentException($"{report.GetType().Name} is no report."),
            });
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await services.GetRequiredService<OutboxDispatcher>().DispatchAsync(TestContext.Current.CancellationToken);
    });

    /// <summary>A commune that exists in the catalog only on paper: the handler is told of it directly.</summary>
    public static async Task TakeInAsync(this PlatformHost host, Commune commune, params object[] reports)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(handler => handler.Kinds.Contains(SnapshotReport.Kind));
        var messages = reports.Select(report => report switch
        {
            SnapshotReport snapshot => OutboxMessage.Of(SnapshotReport.Kind, snapshot, At),
            ProgressReport progress => OutboxMessage.Of(ProgressReport.Kind, progress, At),
            _ => throw new ArgumentException($"{report.GetType().Name} is no report."),
        });
        await handler.HandleAsync(commune, [.. messages], TestContext.Current.CancellationToken);
    }
}
