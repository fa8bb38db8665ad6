using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Indicators.Figures;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>
/// The figure of one indicator for one period, as it was when it was taken. It never changes: data that comes late shows beside it, and a
/// correction is a further version with its reason and author.
/// </summary>
internal sealed class IndicatorSnapshot : IImmutable
{
    public const int DigestLength = 64;
    public const int ReasonLength = 1000;
    public const int AuthorLength = 120;

    /// <summary>The author of what the platform corrects by itself. Its reasons are words that pages say in the reader's language.</summary>
    public const string Platform = "system:platform";
    public const string DemonstrationReason = "demonstration";

    private IndicatorSnapshot()
    {
    }

    public int IndicatorId { get; private set; }

    public Period Period { get; private set; }

    /// <summary>1 when first taken.</summary>
    public int Version { get; private set; }

    public Periodicity Periodicity { get; private set; }

    /// <summary>The period's first day, so that the database can order and cut.</summary>
    public DateOnly PeriodStart { get; private set; }

    /// <summary>None where there was nothing to divide by.</summary>
    public decimal? Value { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    public DateTime MeasuredAt { get; private set; }

    public SnapshotOrigin Origin { get; private set; }

    public string? MeasureKey { get; private set; }

    public int? MeasureVersion { get; private set; }

    /// <summary>The version of the definition that held for the period.</summary>
    public int DefinitionVersion { get; private set; } = 1;

    /// <summary>SHA-256 over the rows that were counted: equal digests mean the same rows.</summary>
    public string RowDigest { get; private set; } = "";

    /// <summary>Why a figure was corrected; none for the first version.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who corrected it; none for the first version.</summary>
    public string? Author { get; private set; }

    public bool Demonstration { get; private set; }

    public static IndicatorSnapshot Take(int indicatorId, Period period, Figure figure, DateTime at, bool demonstration, int definitionVersion = 1) => new()
    {
        IndicatorId = indicatorId,
        Period = period,
        Version = 1,
        Periodicity = period.Periodicity,
        PeriodStart = period.Start,
        Value = figure.Value,
        Numerator = figure.Numerator,
        Denominator = figure.Denominator,
        MeasuredAt = at,
        Origin = figure.Origin,
        MeasureKey = figure.MeasureKey,
        MeasureVersion = figure.MeasureVersion,
        DefinitionVersion = definitionVersion,
        RowDigest = figure.RowDigest,
        Demonstration = demonstration || figure.Demonstration,
    };

    /// <summary>The next version of this snapshot.</summary>
    public IndicatorSnapshot Correct(Figure figure, DateTime at, string reason, string author, bool demonstration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason.Length, ReasonLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(author.Length, AuthorLength);
        var next = Take(IndicatorId, Period, figure, at, demonstration, DefinitionVersion);
        (next.Version, next.Reason, next.Author) = (Version + 1, reason, author);
        return next;
    }
}

internal sealed class IndicatorSnapshotConfiguration : IEntityTypeConfiguration<IndicatorSnapshot>
{
    public void Configure(EntityTypeBuilder<IndicatorSnapshot> builder)
    {
        builder.ToTable("indicator_snapshots");

        // What makes a snapshot unique is its key: the database itself refuses a second one, and no identity has to be read back.
        builder.HasKey(snapshot => new { snapshot.IndicatorId, snapshot.Period, snapshot.Version });
        builder.HasIndex(snapshot => snapshot.PeriodStart);
        builder.Property(snapshot => snapshot.MeasureKey).HasMaxLength(Indicator.MeasureLength);
        builder.Property(snapshot => snapshot.DefinitionVersion).HasDefaultValue(1);
        builder.Property(snapshot => snapshot.RowDigest).HasMaxLength(IndicatorSnapshot.DigestLength);
        builder.Property(snapshot => snapshot.Reason).HasMaxLength(IndicatorSnapshot.ReasonLength);
        builder.Property(snapshot => snapshot.Author).HasMaxLength(IndicatorSnapshot.AuthorLength);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(snapshot => snapshot.IndicatorId);
    }
}
