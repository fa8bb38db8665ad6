using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.National.Intake;

/// <summary>
/// Copies the figures and the progress that a commune reports into the national database: numbers, never persons. The same message twice changes
/// nothing, and versions may come in any order. The number of queries does not grow with the number of messages.
/// </summary>
internal sealed class IntakeHandler(NationalContext db, CommuneRegister register) : IOutboxHandler
{
    public IReadOnlyCollection<string> Kinds { get; } = [SnapshotReports.Kind, SnapshotReport.Kind, ProgressReport.Kind];

    public async Task HandleAsync(Commune commune, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        await register.EnterAsync(commune, cancellation);
        await TakeSnapshotsAsync(commune.Code, SnapshotsIn(messages), cancellation);
        await TakeProgressAsync(commune.Code, Read<ProgressReport>(messages, ProgressReport.Kind), cancellation);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private static List<T> Read<T>(IEnumerable<OutboxMessage> messages, string kind) =>
        [.. messages.Where(message => message.Kind == kind).Select(message => message.Read<T>())];

    private static List<SnapshotReport> SnapshotsIn(IEnumerable<OutboxMessage> messages) =>
    [
        .. messages.SelectMany(message => message.Kind switch
        {
            SnapshotReports.Kind => message.Read<SnapshotReports>().Snapshots,
            SnapshotReport.Kind => [message.Read<SnapshotReport>()],
            _ => [],
        }),
    ];

    private async Task TakeSnapshotsAsync(string code, List<SnapshotReport> reports, CancellationToken cancellation)
    {
        if (reports.Count == 0)
        {
            return;
        }

        var indicators = reports.Select(report => report.Indicator).Distinct().ToList();
        var periods = reports.Select(report => Period.Parse(report.Period)).Distinct().ToList();
        var snapshots = await db.Set<NationalSnapshot>()
            .Where(row => row.CommuneCode == code && indicators.Contains(row.Indicator) && periods.Contains(row.Period))
            .ToDictionaryAsync(row => (row.Indicator, row.Period, row.Version), cancellation);
        foreach (var report in reports)
        {
            var key = (report.Indicator, Period.Parse(report.Period), report.Version);
            if (snapshots.TryGetValue(key, out var known))
            {
                known.Take(report);
                continue;
            }

            var snapshot = snapshots[key] = NationalSnapshot.Of(code, report);
            db.Add(snapshot);
        }

        foreach (var versions in snapshots.Values.GroupBy(row => (row.Indicator, row.Period)))
        {
            var latest = versions.Max(row => row.Version);
            foreach (var row in versions)
            {
                row.MarkLatest(row.Version == latest);
            }
        }
    }

    private async Task TakeProgressAsync(string code, List<ProgressReport> reports, CancellationToken cancellation)
    {
        if (reports.Count == 0)
        {
            return;
        }

        var periods = reports.Select(report => Period.Parse(report.Period)).Distinct().ToList();
        var known = await db.Set<NationalProgress>()
            .Where(row => row.CommuneCode == code && periods.Contains(row.Period))
            .ToDictionaryAsync(row => row.Period, cancellation);
        var axes = (await db.Set<NationalAxisProgress>().Where(row => row.CommuneCode == code && periods.Contains(row.Period)).ToListAsync(cancellation))
            .ToLookup(row => row.Period);
        foreach (var ofPeriod in reports.GroupBy(report => Period.Parse(report.Period)))
        {
            // Of several reports of one period only the newest counts; the one written last where two are of the same instant.
            var newest = ofPeriod.Aggregate((one, other) => other.ReportedAt >= one.ReportedAt ? other : one);
            if (!known.TryGetValue(ofPeriod.Key, out var progress))
            {
                db.Add(NationalProgress.Of(code, newest));
            }
            else if (!progress.Take(newest))
            {
                continue;
            }

            TakeAxes(code, ofPeriod.Key, newest.Axes, axes[ofPeriod.Key].ToDictionary(row => row.Number));
        }
    }

    private void TakeAxes(string code, Period period, IReadOnlyList<AxisProgress> reports, Dictionary<int, NationalAxisProgress> known)
    {
        foreach (var report in reports)
        {
            if (known.Remove(report.Number, out var axis))
            {
                axis.Take(report);
                continue;
            }

            db.Add(NationalAxisProgress.Of(code, period, report));
        }

        // An axis that the plan no longer has.
        db.RemoveRange(known.Values);
    }
}
