using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.National.Intake;

/// <summary>How far a commune's charter, action plan and openness programme were at the end of a period.</summary>
internal sealed class NationalProgress
{
    public const int StageLength = 20;

    private NationalProgress()
    {
    }

    public string CommuneCode { get; private set; } = "";

    public Period Period { get; private set; }

    public DateTime ReportedAt { get; private set; }

    /// <summary>One of <see cref="Stages"/>, as the two below.</summary>
    public string CharterStage { get; private set; } = "";

    public DateOnly? CharterAdoptedOn { get; private set; }

    public string PlanStage { get; private set; } = "";

    public DateOnly? PlanAdoptedOn { get; private set; }

    public string OpennessStage { get; private set; } = "";

    public int Activities { get; private set; }

    public int CompletedActivities { get; private set; }

    /// <summary>Percent, none where no activity counts.</summary>
    public decimal? Progress { get; private set; }

    public bool Demonstration { get; private set; }

    public static NationalProgress Of(string communeCode, ProgressReport report)
    {
        var progress = new NationalProgress { CommuneCode = communeCode, Period = Period.Parse(report.Period) };
        progress.Take(report);
        return progress;
    }

    /// <returns>False for a report older than what is there, delivered again or late: it changes nothing.</returns>
    public bool Take(ProgressReport report)
    {
        if (report.ReportedAt < ReportedAt)
        {
            return false;
        }

        ReportedAt = report.ReportedAt;
        CharterStage = report.CharterStage;
        CharterAdoptedOn = report.CharterAdoptedOn;
        PlanStage = report.PlanStage;
        PlanAdoptedOn = report.PlanAdoptedOn;
        OpennessStage = report.OpennessStage;
        Activities = report.Activities;
        CompletedActivities = report.CompletedActivities;
        Progress = report.Progress;
        Demonstration = report.Demonstration;
        return true;
    }
}

internal sealed class NationalProgressConfiguration : IEntityTypeConfiguration<NationalProgress>
{
    public void Configure(EntityTypeBuilder<NationalProgress> builder)
    {
        builder.ToTable("national_progress");
        builder.HasKey(progress => new { progress.CommuneCode, progress.Period });
        builder.Property(progress => progress.CommuneCode).HasMaxLength(NationalCommune.CodeLength);
        builder.Property(progress => progress.CharterStage).HasMaxLength(NationalProgress.StageLength);
        builder.Property(progress => progress.PlanStage).HasMaxLength(NationalProgress.StageLength);
        builder.Property(progress => progress.OpennessStage).HasMaxLength(NationalProgress.StageLength);
        builder.HasIndex(progress => new { progress.Period, progress.CommuneCode });
        builder.HasOne<NationalCommune>().WithMany().HasForeignKey(progress => progress.CommuneCode);
    }
}
