using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>A follow-up indicator as the document words it for an activity, and the indicator of the library that it is.</summary>
internal sealed class ActivityIndicator
{
    public const int CodeLength = 64;

    private ActivityIndicator()
    {
    }

    public int Id { get; private set; }

    public int ActivityId { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    /// <summary>Code of the library, or none.</summary>
    public string? Indicator { get; private set; }

    public static ActivityIndicator Of(LocalizedText text, string? indicator) => new() { Text = text, Indicator = indicator };

    public void Word(LocalizedText text, string? indicator) => (Text, Indicator) = (text, indicator);
}

internal sealed class ActivityIndicatorConfiguration : IEntityTypeConfiguration<ActivityIndicator>
{
    public void Configure(EntityTypeBuilder<ActivityIndicator> builder)
    {
        builder.ToTable("plan_activity_indicators");
        builder.Property(indicator => indicator.Indicator).HasMaxLength(ActivityIndicator.CodeLength);
    }
}
