using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Reporting;

/// <summary>That a commune was reminded of a reporting period: when, and how many people; never whom.</summary>
internal sealed class NationalReminder : IImmutable
{
    private NationalReminder()
    {
    }

    public int Id { get; private set; }

    public string CommuneCode { get; private set; } = "";

    public Period Period { get; private set; }

    public DateOnly DueOn { get; private set; }

    public int Step { get; private set; }

    public DateTime SentAt { get; private set; }

    public int Receivers { get; private set; }

    public static NationalReminder Of(string communeCode, ReminderReport report) => new()
    {
        CommuneCode = communeCode,
        Period = Period.Parse(report.Period),
        DueOn = report.DueOn,
        Step = report.Step,
        SentAt = report.SentAt,
        Receivers = report.Receivers,
    };
}

internal sealed class NationalReminderConfiguration : IEntityTypeConfiguration<NationalReminder>
{
    public void Configure(EntityTypeBuilder<NationalReminder> builder)
    {
        builder.ToTable("national_reminders");
        builder.Property(reminder => reminder.CommuneCode).HasMaxLength(NationalCommune.CodeLength);
        builder.HasIndex(reminder => new { reminder.CommuneCode, reminder.Period, reminder.DueOn, reminder.Step }).IsUnique();
        builder.HasIndex(reminder => reminder.Period);
        builder.HasOne<NationalCommune>().WithMany().HasForeignKey(reminder => reminder.CommuneCode);
    }
}
