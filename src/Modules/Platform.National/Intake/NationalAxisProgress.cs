using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.National.Intake;

/// <summary>How far one axis of a commune's action plan was at the end of a period.</summary>
internal sealed class NationalAxisProgress
{
    private NationalAxisProgress()
    {
    }

    public string CommuneCode { get; private set; } = "";

    public Period Period { get; private set; }

    /// <summary>The axis' number in the commune's own plan.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the axis of the DGCT frame that it stems from; none for an axis that only this commune has.</summary>
    public int? StandardAxis { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public int Activities { get; private set; }

    public int Completed { get; private set; }

    /// <summary>Percent, none where no activity counts.</summary>
    public decimal? Progress { get; private set; }

    /// <summary>Percent × activities: the average of several axes is the sum of these over the sum of <see cref="WeighedActivities"/>, never a mean of percentages.</summary>
    public decimal ProgressPoints { get; private set; }

    /// <summary>The activities that <see cref="Progress"/> speaks of: none where it is unknown.</summary>
    public int WeighedActivities { get; private set; }

    public static NationalAxisProgress Of(string communeCode, Period period, AxisProgress report)
    {
        var axis = new NationalAxisProgress { CommuneCode = communeCode, Period = period, Number = report.Number };
        axis.Take(report);
        return axis;
    }

    public void Take(AxisProgress report)
    {
        StandardAxis = report.StandardAxis;
        Title = report.Title;
        Activities = report.Activities;
        Completed = report.Completed;
        Progress = report.Progress;
        WeighedActivities = report.Progress is null ? 0 : report.Activities;
        ProgressPoints = (report.Progress ?? 0) * WeighedActivities;
    }
}

internal sealed class NationalAxisProgressConfiguration : IEntityTypeConfiguration<NationalAxisProgress>
{
    public void Configure(EntityTypeBuilder<NationalAxisProgress> builder)
    {
        builder.ToTable("national_axis_progress");
        builder.HasKey(axis => new { axis.CommuneCode, axis.Period, axis.Number });
        builder.Property(axis => axis.CommuneCode).HasMaxLength(NationalCommune.CodeLength);
        builder.HasIndex(axis => new { axis.Period, axis.StandardAxis, axis.CommuneCode });
        builder.HasOne<NationalProgress>().WithMany().HasForeignKey(axis => new { axis.CommuneCode, axis.Period });
    }
}
