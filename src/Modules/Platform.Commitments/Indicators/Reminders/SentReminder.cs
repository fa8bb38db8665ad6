using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Reminders;

/// <summary>A reminder that was sent, written with its mails: what stands here is not sent again. Where DGCT moves the last day, reminding begins anew.</summary>
internal sealed class SentReminder : IImmutable
{
    private SentReminder()
    {
    }

    public int Id { get; private set; }

    public Period Period { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>Days from the last day for submitting.</summary>
    public int Step { get; private set; }

    public DateTime SentAt { get; private set; }

    public int Receivers { get; private set; }

    public static SentReminder Of(Period period, DateOnly dueOn, int step, DateTime at, int receivers) =>
        new() { Period = period, DueOn = dueOn, Step = step, SentAt = at, Receivers = receivers };
}

internal sealed class SentReminderConfiguration : IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<SentReminder> builder)
    {
        builder.ToTable("indicator_reminders");

        // Two processes that remind at once: the database refuses the second, and with it its mails.
        builder.HasIndex(reminder => new { reminder.Period, reminder.DueOn, reminder.Step }).IsUnique();
    }
}
