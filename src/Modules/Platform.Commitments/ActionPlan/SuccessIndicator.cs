using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>How an axis is judged, as the document words it, and the indicator of the library that it is.</summary>
internal sealed class SuccessIndicator
{
    private SuccessIndicator()
    {
    }

    public int Id { get; private set; }

    public int AxisId { get; private set; }

    public LocalizedText Text { get; private set; } = null!;

    /// <summary>Code of the library, or none.</summary>
    public string? Indicator { get; private set; }

    public static SuccessIndicator Of(LocalizedText text, string? indicator) => new() { Text = text, Indicator = indicator };

    public void Word(LocalizedText text, string? indicator) => (Text, Indicator) = (text, indicator);
}

internal sealed class SuccessIndicatorConfiguration : IEntityTypeConfiguration<SuccessIndicator>
{
    public void Configure(EntityTypeBuilder<SuccessIndicator> builder)
    {
        builder.ToTable("plan_success_indicators");
        builder.Property(indicator => indicator.Indicator).HasMaxLength(ActivityIndicator.CodeLength);
    }
}
