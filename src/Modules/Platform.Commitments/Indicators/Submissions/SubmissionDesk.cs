using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Snapshots;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Outbox;
using Platform.Kernel.Files;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Submissions;

/// <summary>Submits the commune's values of a reporting period, and takes over what DGCT decides.</summary>
internal sealed class SubmissionDesk(
    CommuneContext db, ReviewedValues reviewed, SnapshotTaker taker, IDocuments documents, AuditTrail audit, OutboxDispatcher outbox,
    TimeProvider time) : ISubmissionReviews
{
    /// <summary>Who decides, as readers see it.</summary>
    public const string Dgct = "dgct";

    /// <summary>Everything to be submitted for this period: each standard indicator that is entered by hand × each of its periods within.</summary>
    public async Task<IReadOnlyList<ExpectedValue>> ExpectedAsync(ReportingPeriod reporting, CancellationToken cancellation)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking()
            .Where(indicator => indicator.Level == IndicatorLevel.Dgct && (indicator.MeasureKey == null || indicator.MeasuredFrom != null) && !indicator.SetAside)
            .OrderBy(indicator => indicator.Position)
            .ToListAsync(cancellation);
        var (start, end) = (reporting.Period.Start, reporting.Period.End);
        var ids = indicators.Select(indicator => indicator.Id).ToList();
        var values = (await db.Set<ManualValue>().AsNoTracking()
            .Where(value => ids.Contains(value.IndicatorId) && value.PeriodEnd >= start && value.PeriodEnd <= end)
            .ToListAsync(cancellation)).ToLookup(value => (value.IndicatorId, value.Period));
        return
        [
            .. from indicator in indicators
               from period in PeriodsWithin(reporting.Period, indicator.Periodicity)
               where indicator.MeasureFor(period) is null && indicator.IsFollowedIn(period)
               select new ExpectedValue(indicator, period, [.. values[(indicator.Id, period)].OrderByDescending(value => value.Version)]),
        ];
    }

    public async Task<Submission?> FindAsync(Period period, CancellationToken cancellation) =>
        await db.Set<Submission>().Include(submission => submission.Steps).SingleOrDefaultAsync(submission => submission.Period == period, cancellation);

    /// <summary>Sends what was entered to DGCT and locks it.</summary>
    /// <returns>False where it is locked already.</returns>
    public async Task<bool> SubmitAsync(ReportingPeriod reporting, string by, CancellationToken cancellation)
    {
        if (!await SendAsync(reporting, by, cancellation))
        {
            return false;
        }

        reviewed.Forget();
        await outbox.TryDispatchAsync(cancellation);
        return true;
    }

    private async Task<bool> SendAsync(ReportingPeriod reporting, string by, CancellationToken cancellation)
    {
        // Read within the transaction, as values are entered: what is sent is what is locked, and of two who send it at once one does.
        await using var transaction = await db.BeginActAsync(cancellation);
        db.ChangeTracker.Clear();
        var submission = await FindAsync(reporting.Period, cancellation);
        if (submission is { IsLocked: true })
        {
            return false;
        }

        var now = time.UtcNow();
        if (submission is null)
        {
            db.Add(submission = Submission.Of(reporting.Period, now, by));
        }
        else
        {
            submission.Submit(now, by);
        }

        var expected = await ExpectedAsync(reporting, cancellation);
        var entered = expected.Where(one => one.Latest is not null).ToList();
        var evidence = await documents.OfAsync([.. entered.Select(one => one.EvidenceSubject)], unpublished: true, cancellation);
        List<SubmittedValue> values =
        [
            .. entered.Select(one => new SubmittedValue(
                one.Indicator.Code, one.Period.ToString(), one.Latest!.Version, one.Latest.Value, one.Latest.Numerator, one.Latest.Denominator,
                one.Latest.Source, one.Latest.Note, evidence[one.EvidenceSubject].Count())),
        ];
        db.Add(OutboxMessage.Of(SubmissionReport.Kind, new SubmissionReport(reporting.Period.ToString(), submission.Round, now, null, values), now));
        audit.Record("submission.sent", $"submission:{reporting.Period}", after: new { submission.Round, Values = values.Count });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <returns>False where the values are not accepted.</returns>
    public async Task<bool> AskReopeningAsync(Period period, string by, string reason, CancellationToken cancellation)
    {
        if (await FindAsync(period, cancellation) is not { State: SubmissionState.Accepted } submission)
        {
            return false;
        }

        var now = time.UtcNow();
        submission.AskReopening(now, by, reason);
        db.Add(OutboxMessage.Of(SubmissionReport.Kind, new SubmissionReport(period.ToString(), submission.Round, now, reason, []), now));
        audit.Record("submission.reopening-asked", $"submission:{period}", reason);
        await db.SaveChangesAsync(cancellation);
        await outbox.TryDispatchAsync(cancellation);
        return true;
    }

    public async Task ReceiveAsync(SubmissionReview review, CancellationToken cancellation)
    {
        var period = Period.Parse(review.Period);
        var state = review.Decision switch
        {
            SubmissionDecision.Accepted => SubmissionState.Accepted,
            SubmissionDecision.Returned => SubmissionState.Returned,
            _ => SubmissionState.Reopened,
        };
        if (await FindAsync(period, cancellation) is { } submission && submission.Take(state, review.Round, review.At, Dgct, review.Comment))
        {
            audit.Record("submission." + Words.Of(state), $"submission:{period}", review.Comment);
            await db.SaveChangesAsync(cancellation);
            reviewed.Forget();
        }

        if (review.Decision == SubmissionDecision.Accepted)
        {
            // Done again where it was interrupted between the two: taking what is taken changes nothing.
            await PublishAsync(period, cancellation);
        }
    }

    /// <summary>What is accepted is shown at once: snapshots of values that have none, further versions of those that were corrected.</summary>
    private async Task PublishAsync(Period period, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await taker.TakeAsync(Period.LastClosed(time.TodayInMorocco()), cancellation);
        foreach (var expected in await ExpectedAsync(new(period, default, default), cancellation))
        {
            if (expected.Latest is { Reason: { } reason } latest
                && await db.Set<IndicatorSnapshot>().AnyAsync(snapshot => snapshot.IndicatorId == latest.IndicatorId && snapshot.Period == latest.Period, cancellation))
            {
                await taker.CorrectAsync(expected.Indicator.Code, latest.Period, reason, latest.EnteredBy, cancellation);
            }
        }
    }

    private static IEnumerable<Period> PeriodsWithin(Period whole, Periodicity periodicity) =>
        periodicity > whole.Periodicity ? [] : PeriodParts.Of(whole, periodicity);
}

/// <summary>A value that a reporting period asks for.</summary>
/// <param name="Versions">What was entered, the latest first.</param>
internal sealed record ExpectedValue(Indicator Indicator, Period Period, IReadOnlyList<ManualValue> Versions)
{
    public ManualValue? Latest => Versions is [var latest, ..] ? latest : null;

    public string EvidenceSubject => SubjectOf(Indicator.Code, Period);

    /// <summary>The key by which documents are evidence of a value.</summary>
    public static string SubjectOf(string code, Period period) => $"value:{code}:{period}";
}
