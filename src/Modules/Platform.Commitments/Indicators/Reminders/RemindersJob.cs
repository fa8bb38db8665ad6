using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Data.Auditing;
using Platform.Data.Mail;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.Commitments.Indicators.Reminders;

/// <summary>
/// Reminds the commune's focal points by mail of a reporting period that closes or is late. The mails, the note that they were sent and what the national
/// level is told are one save: killed anywhere, either all of it is there or nothing, and the next run sends what is missing and no more.
/// </summary>
internal sealed class RemindersJob(
    CommuneContext db, CurrentCommune commune, CurrentPerson person, IReportingPeriods periods, IPeople people, Mails mails, AuditTrail audit,
    OutboxDispatcher outbox, IOptions<ReminderOptions> options, TimeProvider time) : ICommuneJob
{
    public const string JobName = "reminders";

    /// <summary>When offices open.</summary>
    public static JobSchedule Schedule { get; } = new(JobName, "0 30 8 * * ?");

    public string Name => JobName;

    public string KeyFor(DateOnly today) => JobKeys.Day(today);

    /// <summary>What is due today, whatever day the run was begun for: a run that is resumed days later reminds of what is so then.</summary>
    public async Task RunAsync(string key, CancellationToken cancellation)
    {
        person.IsSystem(JobName);
        var today = time.TodayInMorocco();
        var due = (await periods.AllAsync(cancellation))
            .Select(reporting => (Reporting: reporting, Step: ReminderPlan.StepOf(reporting, today, options.Value.Steps)))
            .Where(one => one.Step is not null)
            .ToList();
        if (due.Count > 0)
        {
            await RemindAsync(due.ConvertAll(one => (one.Reporting, one.Step!.Value)), cancellation);
        }

        await outbox.TryDispatchAsync(cancellation);
    }

    private async Task RemindAsync(List<(ReportingPeriod Reporting, int Step)> due, CancellationToken cancellation)
    {
        var sent = await db.Set<SentReminder>().AsNoTracking().ToListAsync(cancellation);
        var locked = (await db.Set<Submission>().AsNoTracking().ToListAsync(cancellation))
            .Where(submission => submission.IsLocked).Select(submission => submission.Period).ToHashSet();
        var open = due
            .Where(one => !locked.Contains(one.Reporting.Period))
            .Where(one => !sent.Exists(known => known.Period == one.Reporting.Period && known.DueOn == one.Reporting.DueOn && known.Step == one.Step))
            .ToList();
        if (open.Count == 0 || await people.MembersAsync([Role.FocalPoint], cancellation) is not { Count: > 0 } receivers)
        {
            // Whom nobody can be reminded is reminded when a focal point has come.
            return;
        }

        foreach (var (reporting, step) in open)
        {
            Write(reporting, step, receivers);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another process sent the same reminder in this moment. What did not come from that is thrown by the next run's own save.
                db.ChangeTracker.Clear();
                var (period, dueOn) = (reporting.Period, reporting.DueOn);
                if (!await db.Set<SentReminder>().AnyAsync(known => known.Period == period && known.DueOn == dueOn && known.Step == step, cancellation))
                {
                    throw;
                }
            }
        }
    }

    private void Write(ReportingPeriod reporting, int step, IReadOnlyList<Member> receivers)
    {
        foreach (var receiver in receivers)
        {
            var language = receiver.Language;
            mails.Send(
                receiver.Mail,
                language,
                MailText.Of<RemindersTexts>(step > 0 ? "Late" : "Closing", Formats.Period(reporting.Period, language), reporting.DueOn, commune.Value.Name)
                    .Leading($"{commune.Value.Address}/{language.Tag}/workspace/indicators/reporting/{reporting.Period}"));
        }

        var now = time.UtcNow();
        db.Add(SentReminder.Of(reporting.Period, reporting.DueOn, step, now, receivers.Count));
        db.Add(OutboxMessage.Of(ReminderReport.Kind, new ReminderReport(reporting.Period.ToString(), reporting.DueOn, step, now, receivers.Count), now));
        audit.Record("reminder.sent", $"reminder:{reporting.Period}", after: new { reporting.DueOn, Days = step, Receivers = receivers.Count });
    }
}
