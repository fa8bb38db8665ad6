using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Data.Outbox;
using Platform.Kernel.Communes;
using Platform.Kernel.Reporting;
using Platform.National.Intake;

namespace Platform.National.Reporting;

/// <summary>Counts the reminders that communes' focal points got. The same message twice changes nothing.</summary>
internal sealed class ReminderIntake(NationalContext db, CommuneRegister register) : IOutboxHandler
{
    public IReadOnlyCollection<string> Kinds => [ReminderReport.Kind];

    public async Task HandleAsync(Commune commune, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        await register.EnterAsync(commune, cancellation);
        var known = (await db.Set<NationalReminder>().AsNoTracking().Where(reminder => reminder.CommuneCode == commune.Code).ToListAsync(cancellation))
            .Select(reminder => (reminder.Period, reminder.DueOn, reminder.Step))
            .ToHashSet();
        foreach (var reminder in messages.Select(message => NationalReminder.Of(commune.Code, message.Read<ReminderReport>())))
        {
            if (known.Add((reminder.Period, reminder.DueOn, reminder.Step)))
            {
                db.Add(reminder);
            }
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
