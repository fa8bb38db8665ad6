using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Reporting;

/// <summary>Copies what a commune submits into the national database. The same message twice changes nothing.</summary>
internal sealed class SubmissionIntake(NationalContext db, CommuneRegister register) : IOutboxHandler
{
    public IReadOnlyCollection<string> Kinds => [SubmissionReport.Kind];

    public async Task HandleAsync(Commune commune, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        await register.EnterAsync(commune, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var report in messages.Select(message => message.Read<SubmissionReport>()))
        {
            var period = Period.Parse(report.Period);
            var submission = await db.Set<NationalSubmission>()
                .FirstOrDefaultAsync(known => known.CommuneCode == commune.Code && known.Period == period, cancellation);
            if (submission is null)
            {
                db.Add(submission = NationalSubmission.Of(commune.Code, period));
            }

            submission.Take(report);
            await db.SaveChangesAsync(cancellation);
        }

        db.ChangeTracker.Clear();
    }
}
