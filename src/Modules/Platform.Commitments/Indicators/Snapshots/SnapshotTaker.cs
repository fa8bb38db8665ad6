using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Commitments.Indicators.Figures;
using Platform.Commitments.Indicators.Submissions;
using Platform.Commitments.Indicators.Tracking;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Snapshots;

/// <summary>
/// Takes the snapshots of the commune of the scope. Everything of a run is one transaction: snapshots, what is derived from them, and what is reported to the
/// national level. Killed anywhere, either all of it is there or nothing; run again, it adds what is missing and no more.
/// </summary>
internal sealed partial class SnapshotTaker(
    CommuneContext db, CurrentCommune commune, MeasureBook measures, FigureReader figureReader, IEnumerable<IProgressSource> progress, ReviewedValues reviewed, IStandardVersions versions, TimeProvider time,
    ILogger<SnapshotTaker> log)
{
    private const int Attempts = 3;

    /// <summary>Indicators that have figures: most of the library waits for a first value.</summary>
    private static readonly Func<CommuneContext, CancellationToken, Task<List<IndicatorRules>>> Followables = Prepared.Query((CommuneContext db) =>
        db.Set<Indicator>().AsNoTracking()
            .Where(indicator => !indicator.SetAside && (indicator.MeasureKey != null
                || db.Set<ManualValue>().Any(value => value.IndicatorId == indicator.Id)
                || db.Set<IndicatorSnapshot>().Any(snapshot => snapshot.IndicatorId == indicator.Id)))
            .OrderBy(indicator => indicator.Position).ThenBy(indicator => indicator.Id)
            .Select(indicator => new IndicatorRules(
                indicator.Id, indicator.Code, indicator.Level, indicator.Kind, indicator.Direction, indicator.Periodicity, indicator.Behaviour,
                indicator.Derive, indicator.MeasureKey, indicator.Target, indicator.Baseline, indicator.MeasuredFrom, indicator.AddedFrom, indicator.WithdrawnFrom)));

    private static readonly Func<CommuneContext, DateOnly, DateOnly, CancellationToken, Task<List<TakenPart>>> Taken = Prepared.Query(
        (CommuneContext db, DateOnly from, DateOnly to) => db.Set<IndicatorSnapshot>()
            .Where(snapshot => snapshot.PeriodStart >= from && snapshot.PeriodStart <= to)
            .Select(snapshot => new TakenPart(snapshot.IndicatorId, new Part(
                snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.Demonstration))));

    /// <summary>The other ones of indicators whose colour looks further back.</summary>
    private static readonly Func<CommuneContext, DateOnly, DateOnly, CancellationToken, Task<List<TakenPart>>> TakenOfAimed = Prepared.Query(
        (CommuneContext db, DateOnly from, DateOnly to) => db.Set<IndicatorSnapshot>()
            .Where(snapshot => (snapshot.PeriodStart < from || snapshot.PeriodStart > to)
                && db.Set<Indicator>().Any(indicator => indicator.Id == snapshot.IndicatorId && !indicator.SetAside && indicator.Target != null))
            .Select(snapshot => new TakenPart(snapshot.IndicatorId, new Part(
                snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.Demonstration))));

    /// <summary>Values up to a day that no snapshot was taken of.</summary>
    private static readonly Func<CommuneContext, DateOnly, CancellationToken, Task<List<ManualValue>>> Pending = Prepared.Query((CommuneContext db, DateOnly end) =>
        db.Set<ManualValue>().AsNoTracking()
            .Where(value => value.PeriodEnd <= end
                && !db.Set<IndicatorSnapshot>().Any(snapshot => snapshot.IndicatorId == value.IndicatorId && snapshot.Period == value.Period)));

    /// <summary>
    /// Takes what is missing for a month: measured figures, values entered by hand up to its end, and the quarters and years that are complete with it.
    /// </summary>
    /// <returns>How many snapshots were taken.</returns>
    /// <exception cref="ArgumentException">This is no month, or it has not ended: its figures are still moving.</exception>
    public async Task<int> TakeAsync(Period month, CancellationToken cancellation)
    {
        if (month.Periodicity != Periodicity.Monthly)
        {
            throw new ArgumentException($"'{month}' is no month; quarters and years are derived from months.", nameof(month));
        }

        if (!month.HasEnded(time.TodayInMorocco()))
        {
            throw new ArgumentException($"'{month}' has not ended: a snapshot is taken of what no longer moves.", nameof(month));
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Begun before the first figure is read: all of them are of one moment. A commit whose answer was lost is tried again: the keys then refuse
                // what is already there, and the next attempt looks again.
                return await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                    stop => TakeOnceAsync(month, stop), _ => Task.FromResult(false), cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else took the same snapshots meanwhile: the key refused ours, all of them. Look again at what is missing.
            }
        }
    }

    /// <summary>Counts a period again and, where that differs, adds the next version, and those of the quarter and year that stand on it.</summary>
    /// <param name="reason">Shown to readers.</param>
    /// <param name="author">Shown to readers: a function rather than a person.</param>
    /// <returns>The periods that have a new version; none where nothing has changed.</returns>
    /// <exception cref="ArgumentException">There is no such indicator, or no snapshot of this period to correct.</exception>
    public async Task<IReadOnlyList<Period>> CorrectAsync(string code, Period period, string reason, string author, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CorrectOnceAsync(code, period, reason, author, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody else corrected it meanwhile, perhaps by what was there before: it is counted again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<Period>> CorrectOnceAsync(string code, Period period, string reason, string author, CancellationToken cancellation)
    {
        var indicator = await db.Set<Indicator>().AsNoTracking().SingleOrDefaultAsync(indicator => indicator.Code == code, cancellation)
            ?? throw new ArgumentException($"There is no indicator '{code}'.", nameof(code));
        var rules = IndicatorRules.Of(indicator);
        var taken = await db.Set<IndicatorSnapshot>().AsNoTracking().Where(snapshot => snapshot.IndicatorId == indicator.Id).ToListAsync(cancellation);
        var latest = taken.GroupBy(snapshot => snapshot.Period).ToDictionary(group => group.Key, group => group.MaxBy(snapshot => snapshot.Version)!);
        if (!latest.ContainsKey(period))
        {
            throw new ArgumentException($"'{code}' has no snapshot of {period} to correct.", nameof(period));
        }

        var parts = Part.Latest(taken.Select(Part.Of));
        var corrected = new List<Period>();
        var reports = new List<SnapshotReport>();
        foreach (var touched in PeriodParts.ClosedAround(period, time.TodayInMorocco()).Prepend(period))
        {
            if (latest.TryGetValue(touched, out var snapshot)
                && await figureReader.ReadAsync(rules, touched, parts, cancellation) is { } evidence
                && evidence.Differs(snapshot))
            {
                var next = snapshot.Correct(evidence.Figure, time.UtcNow(), reason, author, commune.Value.Demonstration);
                parts[touched] = Part.Of(next);
                db.Add(next);
                AddReport(reports, rules, next, parts.Values);
                corrected.Add(touched);
            }
        }

        if (corrected.Count > 0)
        {
            db.AddRange(MessagesOf(reports));
            db.Add(AuditEntry.Of(time.UtcNow(), author, "indicator.corrected", $"indicator:{code}:{period}", reason));
            await db.SaveChangesAsync(cancellation);
        }

        return corrected;
    }

    /// <summary>Corrects the measured figures of a month that were counted before the commune became a demonstration, and reports its progress again.</summary>
    public async Task CorrectRealFiguresAsync(Period month, string reason, string author, CancellationToken cancellation)
    {
        var taken = db.Set<IndicatorSnapshot>().Where(snapshot => snapshot.Period == month && snapshot.MeasureKey != null);
        var codes = await db.Set<Indicator>()
            .Where(indicator => taken.Any(snapshot => snapshot.IndicatorId == indicator.Id)
                && !taken.Any(snapshot => snapshot.IndicatorId == indicator.Id && snapshot.Demonstration))
            .Select(indicator => indicator.Code)
            .ToListAsync(cancellation);
        var corrected = 0;
        foreach (var code in codes)
        {
            corrected += (await CorrectAsync(code, month, reason, author, cancellation)).Count;
        }

        if (corrected > 0)
        {
            db.Add(await ProgressAsync(month, cancellation));
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<int> TakeOnceAsync(Period month, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var entered = await PendingValuesAsync(month, cancellation);
        var followed = await FollowedAsync(month, today, entered.Keys, cancellation);
        var now = time.UtcNow();
        var published = await versions.AllAsync(cancellation);
        var snapshots = new List<IndicatorSnapshot>(followed.Count);
        var reports = new List<SnapshotReport>(followed.Count);
        var isFirst = !followed.Exists(one => one.Rules.MeasureKey is not null && one.Parts.ContainsKey(month));

        var figures = new List<(Followed One, Period Period, Figure Figure)>(followed.Count);
        await MeasureAsync(followed, month, today, figures, cancellation);
        foreach (var one in followed)
        {
            foreach (var value in entered.GetValueOrDefault(one.Rules.Id, []).Where(value => one.Rules.MeasureFor(value.Period) is null))
            {
                // What DGCT has to accept first is not shown before.
                if (await reviewed.IsFreeAsync(one.Rules.Level, null, value.Period, cancellation))
                {
                    figures.Add((one, value.Period, Figure.Entered(value)));
                }
            }
        }

        foreach (var (one, period, figure) in figures)
        {
            Keep(one, period, figure);
        }

        foreach (var longer in PeriodParts.ClosedAround(month, today))
        {
            foreach (var ofOneLength in followed.Where(one => one.Rules.Periodicity < longer.Periodicity).GroupBy(one => one.Rules.Periodicity))
            {
                var parts = PeriodParts.Of(longer, ofOneLength.Key);
                foreach (var one in ofOneLength)
                {
                    Derive(one, longer, parts);
                }
            }
        }

        // Values that came late, of other periods.
        foreach (var (one, period, _) in figures.Where(figure => figure.Period != month))
        {
            foreach (var longer in PeriodParts.ClosedAround(period, today))
            {
                Derive(one, longer, PeriodParts.Of(longer, one.Rules.Periodicity));
            }
        }

        var messages = MessagesOf(reports);
        if (isFirst)
        {
            messages.Add(await ProgressAsync(month, cancellation));
        }

        await db.InsertAsync([.. snapshots, .. messages], cancellation);
        return snapshots.Count;

        void Derive(Followed one, Period period, IReadOnlyList<Period> parts)
        {
            if (!one.Parts.ContainsKey(period) && Figure.Derived(one.Rules.Derive, one.Rules.Kind, parts, one.Parts) is { } figure)
            {
                Keep(one, period, figure);
            }
        }

        void Keep(Followed one, Period period, Figure figure)
        {
            var snapshot = IndicatorSnapshot.Take(
                one.Rules.Id, period, figure, now, commune.Value.Demonstration, published.NumberFor(one.Rules.Code, period));
            snapshots.Add(snapshot);
            one.Parts[period] = Part.Of(snapshot);
            AddReport(reports, one.Rules, snapshot, one.Parts.Values);
        }
    }

    private async Task MeasureAsync(
        List<Followed> followed, Period month, DateOnly today, List<(Followed One, Period Period, Figure Figure)> figures, CancellationToken cancellation)
    {
        foreach (var group in followed.Where(one => one.Rules.MeasureKey is not null).GroupBy(one => one.Rules.Periodicity))
        {
            var period = Period.Containing(month.Start, group.Key);
            var missing = period.HasEnded(today) ? group.Where(one => !one.Parts.ContainsKey(period) && one.Rules.MeasureFor(period) is not null && one.Rules.IsInLibrary(period)).ToList() : [];
            if (missing.Count == 0)
            {
                continue;
            }

            var measured = await measures.MeasureAsync(missing.Select(one => one.Rules.MeasureKey!), period, cancellation);
            foreach (var one in missing)
            {
                if (measured.TryGetValue(one.Rules.MeasureKey!, out var figure))
                {
                    figures.Add((one, period, figure));
                }
                else
                {
                    LogUnmeasured(one.Rules.Code, one.Rules.MeasureKey!);
                }
            }
        }
    }

    /// <summary>Values entered by hand that no snapshot was taken of yet, the latest version of each period, by indicator.</summary>
    private async Task<Dictionary<int, List<ManualValue>>> PendingValuesAsync(Period month, CancellationToken cancellation)
    {
        return (await Pending(db, month.End, cancellation))
            .GroupBy(value => (value.IndicatorId, value.Period))
            .Select(versions => versions.MaxBy(value => value.Version)!)
            .GroupBy(value => value.IndicatorId)
            .ToDictionary(group => group.Key, group => group.OrderBy(value => value.PeriodEnd).ToList());
    }

    /// <summary>
    /// The indicators that have figures with the snapshots that this run needs: those of the periods that the month closes, and all those of indicators whose colour
    /// or late values look further back.
    /// </summary>
    private async Task<List<Followed>> FollowedAsync(Period month, DateOnly today, IEnumerable<int> late, CancellationToken cancellation)
    {
        var indicators = await Followables(db, cancellation);
        var span = PeriodParts.ClosedAround(month, today).Append(month).ToList();
        var from = span.Min(period => period.Start);
        var to = span.Max(period => period.End);
        var aimed = indicators.Where(indicator => indicator.Target is not null).Select(indicator => indicator.Id).ToList();
        var whole = late.Except(aimed).ToList();
        var rows = await Taken(db, from, to, cancellation);
        if (aimed.Count > 0)
        {
            rows.AddRange(await TakenOfAimed(db, from, to, cancellation));
        }

        if (whole.Count > 0)
        {
            rows.AddRange(await db.Set<IndicatorSnapshot>()
                .Where(snapshot => (snapshot.PeriodStart < from || snapshot.PeriodStart > to) && whole.Contains(snapshot.IndicatorId))
                .Select(snapshot => new TakenPart(snapshot.IndicatorId, new Part(
                    snapshot.Period, snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.Demonstration)))
                .ToListAsync(cancellation));
        }

        var followed = indicators.ConvertAll(indicator => new Followed(indicator, []));
        var byId = followed.ToDictionary(one => one.Rules.Id);
        foreach (var row in rows)
        {
            if (byId.TryGetValue(row.IndicatorId, out var one))
            {
                Part.KeepLatest(one.Parts, row.Part);
            }
        }

        return followed;
    }

    private async Task<OutboxMessage> ProgressAsync(Period month, CancellationToken cancellation)
    {
        var report = new ProgressBuilder();
        foreach (var source in progress)
        {
            await source.AddToAsync(report, month, cancellation);
        }

        var now = time.UtcNow();
        return OutboxMessage.Of(ProgressReport.Kind, report.Build(month, now, commune.Value.Demonstration), now);
    }

    /// <summary>Tells the national level, of standard indicators only: a commune's own are its own affair.</summary>
    private static void AddReport(List<SnapshotReport> reports, IndicatorRules indicator, IndicatorSnapshot snapshot, IEnumerable<Part> parts)
    {
        if (indicator.Level != IndicatorLevel.Dgct)
        {
            return;
        }

        var track = indicator.Target is null
            ? null
            : TrackRule.Assess(
                indicator,
                [.. parts.Where(part => part.Period.Periodicity == indicator.Periodicity).OrderBy(part => part.Period)],
                snapshot.Period.End);
        reports.Add(new(
            indicator.Code, snapshot.Period.ToString(), snapshot.Version, snapshot.Value, snapshot.Numerator, snapshot.Denominator, snapshot.MeasuredAt,
            track is null ? null : Words.Of(track.Track), snapshot.Demonstration));
    }

    /// <summary>One for all of them, or none.</summary>
    private List<OutboxMessage> MessagesOf(List<SnapshotReport> reports) =>
        reports.Count == 0 ? [] : [OutboxMessage.Of(SnapshotReports.Kind, new SnapshotReports(reports), time.UtcNow())];

    [LoggerMessage(Level = LogLevel.Error, Message = "No room publishes the measure {Measure} of the indicator {Indicator}: it was left out")]
    private partial void LogUnmeasured(string indicator, string measure);

    private sealed record TakenPart(int IndicatorId, Part Part);

    /// <summary>An indicator with the snapshots that a run has to know, and those that it adds.</summary>
    private sealed record Followed(IndicatorRules Rules, Dictionary<Period, Part> Parts);
}
