using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An axis of the plan. The seven of the DGCT frame are where a commune begins; it renames, drops and adds.</summary>
internal sealed class Axis : IRevised
{
    public const int HighestNumber = 99;

    private Axis()
    {
    }

    public int Id { get; private set; }

    public int PlanId { get; private set; }

    /// <summary>The number that the commune's document gives it; numbers may be missing in between.</summary>
    public int Number { get; private set; }

    /// <summary>Where it stands in the plan; its number stays when it is put elsewhere in the order.</summary>
    public int Position { get; private set; }

    /// <summary>The number of the standard axis that it stems from, if any.</summary>
    public int? StandardAxis { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    public IReadOnlyList<LocalizedText> Objectives { get; private set; } = [];

    /// <summary>Says what the original document lost, where it did.</summary>
    public LocalizedText? Missing { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>The day from which it is part of the plan; none where it always was.</summary>
    public DateOnly? AddedOn { get; private set; }

    /// <summary>The day from which it no longer is, with all its activities. It can be brought back.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    public int Revision { get; private set; }

    public List<Activity> Activities { get; private set; } = [];

    public List<SuccessIndicator> SuccessIndicators { get; private set; } = [];

    public static Axis Of(
        int number,
        int? standardAxis,
        LocalizedText title,
        IReadOnlyList<LocalizedText> objectives,
        LocalizedText? missing,
        SeedSource? source,
        DateOnly? addedOn = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, HighestNumber);
        return new()
        {
            Number = number,
            Position = number,
            StandardAxis = standardAxis,
            Title = title.OnOneLine(),
            Objectives = objectives,
            Missing = missing,
            Source = source.Own(),
            AddedOn = addedOn,
        };
    }

    /// <summary>What it is. The success indicators that are kept stay the same rows.</summary>
    public void Describe(LocalizedText title, int? standardAxis, IReadOnlyList<LocalizedText> objectives, IReadOnlyList<SuccessIndicator> indicators)
    {
        (Title, StandardAxis, Objectives) = (title.OnOneLine(), standardAxis, objectives);
        SuccessIndicators.RemoveAll(indicator => !indicators.Contains(indicator));
        SuccessIndicators.AddRange(indicators.Where(indicator => !SuccessIndicators.Contains(indicator)));
    }

    /// <summary>The same axis for another plan, with those of its activities that are carried over.</summary>
    public Axis Again(Func<Activity, bool> carriedOver)
    {
        var axis = Of(Number, StandardAxis, Title, Objectives, Missing, Source);
        axis.Position = Position;
        axis.SuccessIndicators.AddRange(SuccessIndicators.OrderBy(indicator => indicator.Id).Select(indicator => SuccessIndicator.Of(indicator.Text, indicator.Indicator)));
        axis.Activities.AddRange(Activities.Where(activity => activity.ArchivedOn is null).Where(carriedOver).Select(activity => activity.Again()));
        return axis;
    }

    public void BelongTo(Plan plan) => PlanId = plan.Id;

    public void StandAt(int position) => Position = position;

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
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
