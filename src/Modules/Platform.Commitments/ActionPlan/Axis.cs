using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An axis of the plan. The seven of the DGCT frame are where a commune begins; it renames, drops and adds.</summary>
internal sealed class Axis
{
    public const int HighestNumber = 99;

    private Axis()
    {
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    /// <summary>The number that the commune's document gives it; numbers may be missing in between.</summary>
    public int Number { get; private set; }

    /// <summary>The number of the standard axis that it stems from, if any.</summary>
    public int? StandardAxis { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public IReadOnlyList<LocalizedText> Objectives { get; private set; } = [];

    /// <summary>Says what the original document lost, where it did.</summary>
    public LocalizedText? Missing { get; private set; }

    public SeedSource? Source { get; private set; }

    public List<Activity> Activities { get; private set; } = [];

    public List<SuccessIndicator> SuccessIndicators { get; private set; } = [];

    public static Axis Of(
        int number, int? standardAxis, LocalizedText title, IReadOnlyList<LocalizedText> objectives, LocalizedText? missing, SeedSource? source)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, HighestNumber);
        return new()
        {
            Number = number,
            StandardAxis = standardAxis,
            Title = title,
            Objectives = objectives,
            Missing = missing,
            Source = source.Own(),
        };
    }
}

internal sealed class AxisConfiguration : IEntityTypeConfiguration<Axis>
{
    public void Configure(EntityTypeBuilder<Axis> builder)
    {
        builder.ToTable("plan_axes");
        builder.Property(axis => axis.Objectives).HasTextList();
        builder.HasSource(axis => axis.Source);
        builder.HasIndex(axis => new { axis.PlanId, axis.Number }).IsUnique();
        builder.HasMany(axis => axis.Activities).WithOne().HasForeignKey(activity => activity.AxisId).IsRequired();
        builder.HasMany(axis => axis.SuccessIndicators).WithOne().HasForeignKey(indicator => indicator.AxisId).IsRequired();
    }
}
