using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An activity of an axis. What it has come to is not kept here: it is the last <see cref="ProgressEntry"/> of its history.</summary>
internal sealed class Activity
{
    public const int HighestNumber = 999;
    public const int LowestPriority = 3;
    public const decimal DefaultWeight = 1;

    private Activity()
    {
    }

    public int Id { get; private set; }

    public int AxisId { get; private set; }

    /// <summary>Its place in the axis. The public reference is <c>axis.number</c>.</summary>
    public int Number { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>1 (first) to 3, or none given.</summary>
    public int? Priority { get; private set; }

    public ActivityOrigin Origin { get; private set; }

    /// <summary>How much it counts in the progress of its axis and of the plan; more than nothing.</summary>
    public decimal Weight { get; private set; }

    public DateOnly? PlannedStart { get; private set; }

    /// <summary>The last day; from the next day on, an activity that is not completed is late.</summary>
    public DateOnly? PlannedEnd { get; private set; }

    /// <summary>The service or committee that answers for it: an office, never a private person.</summary>
    public LocalizedText? Responsible { get; private set; }

    public LocalizedText? Partners { get; private set; }

    /// <summary>In dirhams.</summary>
    public decimal? Budget { get; private set; }

    /// <summary>National number of the openness project that it answers to, if any.</summary>
    public int? OpennessProject { get; private set; }

    /// <summary>Says what the original document lost of it, where it did.</summary>
    public LocalizedText? Missing { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>Title and follow-up indicators, folded: searching is done on it.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    public List<ActivityIndicator> Indicators { get; private set; } = [];

    public List<ProgressEntry> Progress { get; private set; } = [];

    public static Activity Of(
        int number,
        LocalizedText title,
        int? priority,
        ActivityOrigin origin,
        IReadOnlyList<ActivityIndicator> indicators,
        LocalizedText? missing = null,
        SeedSource? source = null,
        int? opennessProject = null,
        bool demonstration = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, HighestNumber);
        ArgumentOutOfRangeException.ThrowIfLessThan(priority ?? 1, 1, nameof(priority));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority ?? 1, LowestPriority, nameof(priority));
        return new()
        {
            Number = number,
            Title = title,
            Priority = priority,
            Origin = origin,
            Weight = DefaultWeight,
            Missing = missing,
            Source = source.Own(),
            OpennessProject = opennessProject,
            Demonstration = demonstration,
            Indicators = [.. indicators],
            SearchText = Folding.Fold(string.Join(' ', indicators.Select(indicator => indicator.Text).Prepend(title).Select(text => $"{text.Ar} {text.Fr}"))),
        };
    }

    /// <exception cref="ArgumentException">It would end before it starts.</exception>
    public void Schedule(DateOnly? start, DateOnly? end)
    {
        if (end < start)
        {
            throw new ArgumentException("An activity ends on the day it starts or later.", nameof(end));
        }

        (PlannedStart, PlannedEnd) = (start, end);
    }

    /// <param name="budget">In dirhams.</param>
    public void Entrust(LocalizedText? responsible, LocalizedText? partners, decimal? budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget ?? 0, nameof(budget));
        (Responsible, Partners, Budget) = (responsible, partners, budget);
    }

    public void Weigh(decimal weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        Weight = weight;
    }
}

internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("plan_activities");
        builder.HasSource(activity => activity.Source);
        builder.HasIndex(activity => new { activity.AxisId, activity.Number }).IsUnique();
        builder.HasMany(activity => activity.Indicators).WithOne().HasForeignKey(indicator => indicator.ActivityId).IsRequired();
        builder.HasMany(activity => activity.Progress).WithOne().HasForeignKey(entry => entry.ActivityId).IsRequired();
    }
}
