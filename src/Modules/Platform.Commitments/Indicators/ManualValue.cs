using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators;

/// <summary>
/// A figure that the platform cannot count itself, entered with its source. Entering another for the same period is a new version; none is ever
/// changed or removed.
/// </summary>
internal sealed class ManualValue : IImmutable
{
    public const int AuthorLength = 120;
    public const int ReasonLength = 1000;

    private ManualValue()
    {
    }

    public int IndicatorId { get; private set; }

    public Period Period { get; private set; }

    public int Version { get; private set; }

    /// <summary>The period's last day, so that the database can tell what is past.</summary>
    public DateOnly PeriodEnd { get; private set; }

    /// <summary>In the indicator's unit; percentages from 0 to 100.</summary>
    public decimal? Value { get; private set; }

    public decimal? Numerator { get; private set; }

    public decimal? Denominator { get; private set; }

    /// <summary>Where the figure was taken from.</summary>
    public LocalizedText Source { get; private set; } = null!;

    public LocalizedText? Note { get; private set; }

    /// <summary>Why a value that had been entered, or of which a snapshot had been taken, was entered again.</summary>
    public string? Reason { get; private set; }

    /// <summary>A function rather than a person: readers see it.</summary>
    public string EnteredBy { get; private set; } = "";

    public DateTime EnteredAt { get; private set; }

    public bool Demonstration { get; private set; }

    /// <summary>Enters a value as it is.</summary>
    /// <exception cref="ArgumentException">The period is not one of the indicator's own, or the value is no step of its scale.</exception>
    public static ManualValue Enter(
        Indicator indicator, Period period, int version, decimal value, LocalizedText source, LocalizedText? note, string enteredBy, DateTime enteredAt,
        bool demonstration = false, string? reason = null)
    {
        if (indicator.Kind == IndicatorKind.Scale && (value < indicator.Scale[0].Value || value > indicator.Scale[^1].Value))
        {
            throw new ArgumentException($"{value} lies outside the scale of {indicator.Code}.", nameof(value));
        }

        return Of(indicator, period, version, value, null, null, source, note, enteredBy, enteredAt, demonstration, reason);
    }

    /// <summary>Enters a share or a ratio by its two terms.</summary>
    /// <exception cref="ArgumentException">The indicator is no share or ratio, or the period is not one of its own.</exception>
    public static ManualValue EnterShare(
        Indicator indicator, Period period, int version, decimal numerator, decimal denominator, LocalizedText source, LocalizedText? note,
        string enteredBy, DateTime enteredAt, bool demonstration = false, string? reason = null)
    {
        if (indicator.Kind is not (IndicatorKind.Percentage or IndicatorKind.Ratio))
        {
            throw new ArgumentException($"{indicator.Code} has no numerator and denominator.", nameof(indicator));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        var value = Shares.Of(indicator.Kind, numerator, denominator);
        return Of(indicator, period, version, value, numerator, denominator, source, note, enteredBy, enteredAt, demonstration, reason);
    }

    private static ManualValue Of(
        Indicator indicator, Period period, int version, decimal? value, decimal? numerator, decimal? denominator, LocalizedText source,
        LocalizedText? note, string enteredBy, DateTime enteredAt, bool demonstration, string? reason)
    {
        if (period.Periodicity != indicator.Periodicity)
        {
            throw new ArgumentException($"{indicator.Code} takes values of its own periodicity, and {period} is none.", nameof(period));
        }

        return new()
        {
            IndicatorId = indicator.Id,
            Period = period,
            Version = version,
            PeriodEnd = period.End,
            Value = value,
            Numerator = numerator,
            Denominator = denominator,
            Source = source,
            Note = note,
            Reason = reason,
            EnteredBy = enteredBy,
            EnteredAt = enteredAt,
            Demonstration = demonstration,
        };
    }
}

internal sealed class ManualValueConfiguration : IEntityTypeConfiguration<ManualValue>
{
    public void Configure(EntityTypeBuilder<ManualValue> builder)
    {
        builder.ToTable("indicator_manual_values");
        builder.HasKey(value => new { value.IndicatorId, value.Period, value.Version });
        builder.Property(value => value.EnteredBy).HasMaxLength(ManualValue.AuthorLength);
        builder.Property(value => value.Reason).HasMaxLength(ManualValue.ReasonLength);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(value => value.IndicatorId);
        builder.HasIndex(value => value.PeriodEnd);
    }
}
