using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Mail;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Intake;
using Platform.National.Reporting;

namespace Platform.National.FollowUp;

/// <summary>Puts together what is known nationally of every commune: one query for each kind of fact, however many communes there are.</summary>
internal sealed class FollowUpReader(NationalContext db, ICommuneOffice office, IJobHistory history, TimeProvider time)
{
    /// <summary>Failures of jobs older than this are history and no call to look.</summary>
    public static readonly TimeSpan FailuresShown = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<FollowUpLine>> ReadAsync(ReportingPeriod? reporting, CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var communes = (await office.AllAsync(cancellation)).Where(commune => commune.State is CommuneState.Active or CommuneState.Suspended);
        var submissions = await SubmissionsAsync(reporting, cancellation);
        var reminders = await RemindersAsync(reporting, cancellation);
        var reported = await db.Set<NationalProgress>()
            .GroupBy(progress => progress.CommuneCode)
            .Select(group => new { Code = group.Key, Last = group.Max(progress => progress.Period) })
            .ToDictionaryAsync(row => row.Code, row => row.Last, cancellation);
        var backlogs = await db.Set<MailBacklog>().AsNoTracking().ToDictionaryAsync(backlog => backlog.Commune, cancellation);
        var failures = await history.FailuresAsync(time.UtcNow() - FailuresShown, cancellation);
        var closed = Period.LastClosed(today);
        return [.. communes.Select(LineOf)];

        FollowUpLine LineOf(OfficeCommune commune)
        {
            var code = commune.Commune.Code;
            var submission = submissions.GetValueOrDefault(code);
            var since = FollowUpLine.LateFrom(reporting, submission?.State, DayOf(submission?.DecidedAt), DayOf(commune.AddedAt)!.Value, today);
            var last = reported.TryGetValue(code, out var month) ? month : (Period?)null;
            var (count, lastSent) = reminders.GetValueOrDefault(code);
            var backlog = backlogs.GetValueOrDefault(commune.Commune.Slug);
            return new(
                commune,
                submission?.State,
                submission?.SubmittedAt,
                since,
                since is { } late ? today.DayNumber - late.DayNumber : 0,
                last,
                commune.State == CommuneState.Active && DayOf(commune.AddedAt) <= closed.End && (last is null || last < closed),
                count,
                lastSent,
                backlog?.Failed ?? 0,
                backlog?.Waiting ?? 0,
                failures.GetValueOrDefault(commune.Commune.Slug));
        }
    }

    private static DateOnly? DayOf(DateTime? utc) => utc is { } known ? DateOnly.FromDateTime(MoroccoTime.FromUtc(known)) : null;

    private async Task<Dictionary<string, NationalSubmission>> SubmissionsAsync(ReportingPeriod? reporting, CancellationToken cancellation)
    {
        if (reporting is null)
        {
            return [];
        }

        var period = reporting.Period;
        return await db.Set<NationalSubmission>().AsNoTracking().Where(submission => submission.Period == period)
            .ToDictionaryAsync(submission => submission.CommuneCode, cancellation);
    }

    private async Task<Dictionary<string, (int Count, DateTime? Last)>> RemindersAsync(ReportingPeriod? reporting, CancellationToken cancellation)
    {
        if (reporting is null)
        {
            return [];
        }

        var period = reporting.Period;
        var rows = await db.Set<NationalReminder>().Where(reminder => reminder.Period == period)
            .GroupBy(reminder => reminder.CommuneCode)
            .Select(group => new { Code = group.Key, Count = group.Count(), Last = group.Max(reminder => reminder.SentAt) })
            .ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Code, row => (row.Count, (DateTime?)row.Last));
    }
}
