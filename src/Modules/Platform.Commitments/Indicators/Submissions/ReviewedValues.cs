using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Submissions;

/// <summary>
/// Which values entered by hand await acceptance: those of standard indicators in a period that communes report. No snapshot is taken of them before, and
/// they are locked while DGCT has them and once it accepted them.
/// </summary>
internal sealed class ReviewedValues(CommuneContext db, IReportingPeriods periods)
{
    private IReadOnlyList<ReportingPeriod>? reported;
    private IReadOnlyList<Submission>? submissions;

    /// <summary>The reporting period that a value of this indicator belongs to; none where its values need no acceptance.</summary>
    public async Task<ReportingPeriod?> PeriodOfAsync(IndicatorLevel level, string? measureKey, Period period, CancellationToken cancellation) =>
        level == IndicatorLevel.Dgct && measureKey is null
            ? (await ReportedAsync(cancellation)).FirstOrDefault(reporting => reporting.Covers(period))
            : null;

    /// <summary>True where the value may not be entered now.</summary>
    public async Task<bool> IsLockedAsync(Indicator indicator, Period period, CancellationToken cancellation) =>
        await PeriodOfAsync(indicator.Level, indicator.MeasureFor(period), period, cancellation) is { } reporting
        && (await SubmissionsAsync(cancellation)).Any(submission => submission.Period == reporting.Period && submission.IsLocked);

    /// <summary>True where a snapshot may be taken of the value.</summary>
    public async Task<bool> IsFreeAsync(IndicatorLevel level, string? measureKey, Period period, CancellationToken cancellation) =>
        await PeriodOfAsync(level, measureKey, period, cancellation) is not { } reporting
        || (await SubmissionsAsync(cancellation)).Any(submission =>
            submission.Period == reporting.Period && submission.State is SubmissionState.Accepted or SubmissionState.ReopeningAsked);

    public async Task<IReadOnlyList<ReportingPeriod>> ReportedAsync(CancellationToken cancellation) => reported ??= await periods.AllAsync(cancellation);

    /// <summary>What is decided meanwhile is read again.</summary>
    public void Forget() => submissions = null;

    private async Task<IReadOnlyList<Submission>> SubmissionsAsync(CancellationToken cancellation) =>
        submissions ??= await db.Set<Submission>().AsNoTracking().ToListAsync(cancellation);
}
