using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;

namespace Platform.National.Intake;

/// <summary>One figure that a commune reported for one period. A correction is a further version; only the highest one is compared.</summary>
internal sealed class NationalSnapshot
{
    public const int IndicatorLength = 64;
    public const int TrackLength = 20;

    private NationalSnapshot()
    {
    }

    public string CommuneCode { get; private set; } = "";

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; private set; } = "";

    public Period Period { get; private set; }

    /// <summary>1 for the snapshot, more for corrections.</summary>
    public int Version { get; private set; }

    /// <summary>True for the highest version of its commune, indicator and period: the one that is shown.</summary>
    public bool Latest { get; private set; }

    /// <summary>None where there was nothing to divide by.</summary>
    public decimal? Value { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public DateTime MeasuredAt { get; private set; }

    /// <summary>on-track, at-risk, off-track, or none where there is no target.</summary>
    public string? Track { get; private set; }

    public bool Demonstration { get; private set; }

    public static NationalSnapshot Of(string communeCode, SnapshotReport report)
    {
        var snapshot = new NationalSnapshot
        {
            CommuneCode = communeCode,
            Indicator = report.Indicator,
            Period = Period.Parse(report.Period),
            Version = report.Version,
            MeasuredAt = report.MeasuredAt,
        };
        snapshot.Take(report);
        return snapshot;
    }

    /// <summary>Takes over a report of the same version; an older one, delivered again, changes nothing.</summary>
    public void Take(SnapshotReport report)
    {
        if (report.MeasuredAt < MeasuredAt)
        {
            return;
        }

        Value = report.Value;
        Numerator = report.Numerator;
        Denominator = report.Denominator;
        MeasuredAt = report.MeasuredAt;
        Track = report.Track;
        Demonstration = report.Demonstration;
    }

    public void MarkLatest(bool latest) => Latest = latest;
}

internal sealed class NationalSnapshotConfiguration : IEntityTypeConfiguration<NationalSnapshot>
{
    public void Configure(EntityTypeBuilder<NationalSnapshot> builder)
    {
        builder.ToTable("national_snapshots");

        // The commune's sheet reads along this key, the dashboard along the index below.
        builder.HasKey(snapshot => new { snapshot.CommuneCode, snapshot.Indicator, snapshot.Period, snapshot.Version });
        builder.Property(snapshot => snapshot.CommuneCode).HasMaxLength(NationalCommune.CodeLength);
        builder.Property(snapshot => snapshot.Indicator).HasMaxLength(NationalSnapshot.IndicatorLength);
        builder.Property(snapshot => snapshot.Track).HasMaxLength(NationalSnapshot.TrackLength);
        builder.HasIndex(snapshot => new { snapshot.Indicator, snapshot.Period, snapshot.Latest, snapshot.CommuneCode });
        builder.HasOne<NationalCommune>().WithMany().HasForeignKey(snapshot => snapshot.CommuneCode);
    }
}
