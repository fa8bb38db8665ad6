using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Kernel.Files;
using Platform.Kernel.Indicators;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Entering;

/// <summary>A value as the form has it, read and in order.</summary>
/// <param name="Seen">The latest version that the person saw; 0 where there was none.</param>
internal sealed record NewValue(
    Period Period, int Seen, decimal? Value, decimal? Numerator, decimal? Denominator, LocalizedText Source, LocalizedText? Note, string? Reason);

/// <summary>What became of a value.</summary>
internal enum EntryOutcome
{
    Entered,

    /// <summary>Somebody else entered one meanwhile.</summary>
    Overtaken,

    /// <summary>With DGCT, or accepted.</summary>
    Locked,
}

/// <summary>Enters values that the platform cannot count. None is ever overwritten: another one is a further version with its reason.</summary>
internal sealed class ValueEntry(
    CommuneContext db, ReviewedValues reviewed, SnapshotTaker taker, IDocuments documents, AuditTrail audit, CurrentPerson person, TimeProvider time)
{
    public Task<List<ManualValue>> VersionsAsync(Indicator indicator, CancellationToken cancellation) => db.Set<ManualValue>().AsNoTracking()
        .Where(value => value.IndicatorId == indicator.Id)
        .OrderByDescending(value => value.PeriodEnd).ThenByDescending(value => value.Version)
        .ToListAsync(cancellation);

    /// <summary>Periods that have ended and can be given a value, the latest first.</summary>
    public IReadOnlyList<Period> Periods(Indicator indicator)
    {
        // Of an indicator that the platform counts by now, the values of earlier periods; of one that came or left later, those of its time.
        var length = indicator.Periodicity switch { Periodicity.Monthly => 24, Periodicity.Quarterly => 12, _ => 6 };
        var periods = new List<Period>(length);
        for (var period = Period.LastClosed(time.TodayInMorocco(), indicator.Periodicity); periods.Count < length; period = period.Previous())
        {
            periods.Add(period);
        }

        return [.. periods.Where(period => indicator.MeasureFor(period) is null && indicator.IsInLibrary(period))];
    }

    public async Task<EntryOutcome> EnterAsync(Indicator indicator, NewValue entered, IReadOnlyList<ReceivedFile> files, CancellationToken cancellation)
    {
        var by = Functions.Of(person);
        var outcome = await KeepAsync(indicator, entered, files, by, cancellation);
        if (outcome == EntryOutcome.Entered)
        {
            await CorrectSnapshotAsync(indicator, entered, by, cancellation);
        }

        return outcome;
    }

    private async Task<EntryOutcome> KeepAsync(Indicator indicator, NewValue entered, IReadOnlyList<ReceivedFile> files, string by, CancellationToken cancellation)
    {
        // Read within the transaction, as submissions are sent: nothing is entered beside what is on its way to DGCT.
        await using var transaction = await db.BeginActAsync(cancellation);
        reviewed.Forget();
        if (await reviewed.IsLockedAsync(indicator, entered.Period, cancellation))
        {
            return EntryOutcome.Locked;
        }

        var latest = await db.Set<ManualValue>()
            .Where(value => value.IndicatorId == indicator.Id && value.Period == entered.Period)
            .Select(value => (int?)value.Version)
            .MaxAsync(cancellation) ?? 0;
        if (latest != entered.Seen)
        {
            return EntryOutcome.Overtaken;
        }

        var now = time.UtcNow();
        var value = indicator.Kind is IndicatorKind.Percentage or IndicatorKind.Ratio
            ? ManualValue.EnterShare(
                indicator, entered.Period, latest + 1, entered.Numerator ?? 0, entered.Denominator ?? 0, entered.Source, entered.Note, by, now, reason: entered.Reason)
            : ManualValue.Enter(indicator, entered.Period, latest + 1, entered.Value ?? 0, entered.Source, entered.Note, by, now, reason: entered.Reason);
        db.Add(value);
        foreach (var file in files)
        {
            await documents.KeepAsync(
                file,
                new(DocumentKind.Evidence, indicator.Name, time.TodayInMorocco(), ExpectedValue.SubjectOf(indicator.Code, entered.Period), Publish: false),
                cancellation);
        }

        audit.Record(
            "indicator.value-entered", $"indicator:{indicator.Code}:{entered.Period}", entered.Reason,
            after: new { value.Version, value.Value, value.Numerator, value.Denominator, Evidence = files.Count });
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The key refused a second value of this version: somebody else was faster by a moment.
            db.ChangeTracker.Clear();
            return EntryOutcome.Overtaken;
        }

        return EntryOutcome.Entered;
    }

    /// <summary>Where a snapshot was taken already and nobody has to accept the value first, readers see the correction at once.</summary>
    private async Task CorrectSnapshotAsync(Indicator indicator, NewValue entered, string by, CancellationToken cancellation)
    {
        if (entered.Reason is { } reason
            && await reviewed.IsFreeAsync(indicator.Level, indicator.MeasureFor(entered.Period), entered.Period, cancellation)
            && await db.Set<IndicatorSnapshot>().AnyAsync(snapshot => snapshot.IndicatorId == indicator.Id && snapshot.Period == entered.Period, cancellation))
        {
            db.ChangeTracker.Clear();
            await taker.CorrectAsync(indicator.Code, entered.Period, reason, by, cancellation);
        }
    }
}
