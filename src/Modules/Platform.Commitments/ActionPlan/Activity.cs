using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An activity of an axis. What it has come to is not kept here: it is the last <see cref="ProgressEntry"/> of its history.</summary>
internal sealed class Activity : IRevised
{
    public const int HighestNumber = 999;
    public const int LowestPriority = 3;
    public const decimal DefaultWeight = 1;

    private Activity()
    {
    }

    public int Id { get; private set; }

    public int AxisId { get; private set; }

    /// <summary>Its number in the axis, given once and never to another: the public reference is <c>axis.number</c>.</summary>
    public int Number { get; private set; }

    /// <summary>Where it stands among the activities of its axis; its number stays when it is put elsewhere in the order.</summary>
    public int Position { get; private set; }

    public LocalizedText Title { get; private set; } = null!;

    /// <summary>1 (first) to 3, or none given.</summary>
    public int? Priority { get; private set; }

    public ActivityOrigin Origin { get; private set; }

    /// <summary>How much it counts in the progress of its axis and of the plan; more than nothing.</summary>
    public decimal Weight { get; private set; }

    public DateOnly? PlannedStart { get; private set; }

    /// <summary>The last day; from the next day on, an activity that is not completed is late.</summary>
    public DateOnly? PlannedEnd { get; private set; }

    /// <summary>The service, committee or person in office that answers for it: never a private person.</summary>
    public LocalizedText? Responsible { get; private set; }

    public LocalizedText? Partners { get; private set; }

    /// <summary>In dirhams.</summary>
    public decimal? Budget { get; private set; }

    /// <summary>Who pays: the commune's budget, an agreement, a partner.</summary>
    public LocalizedText? BudgetSource { get; private set; }

    /// <summary>National number of the openness project that it answers to, if any.</summary>
    public int? OpennessProject { get; private set; }

    /// <summary>Says what the original document lost of it, where it did.</summary>
    public LocalizedText? Missing { get; private set; }

    public SeedSource? Source { get; private set; }

    /// <summary>Title and follow-up indicators, folded: searching is done on it.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Made up to show the platform.</summary>
    public bool Demonstration { get; private set; }

    /// <summary>The day from which it is part of the plan; none where it always was.</summary>
    public DateOnly? AddedOn { get; private set; }

    /// <summary>The day from which it no longer is. Its row and its history stay, and it can be brought back.</summary>
    public DateOnly? ArchivedOn { get; private set; }

    public int Revision { get; private set; }

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
        bool demonstration = false,
        DateOnly? addedOn = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, HighestNumber);
        ArgumentOutOfRangeException.ThrowIfLessThan(priority ?? 1, 1, nameof(priority));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority ?? 1, LowestPriority, nameof(priority));
        return new()
        {
            Number = number,
            Position = number,
            Title = title.OnOneLine(),
            Priority = priority,
            Origin = origin,
            Weight = DefaultWeight,
            Missing = missing,
            Source = source.Own(),
            OpennessProject = opennessProject,
            Demonstration = demonstration,
            AddedOn = addedOn,
            Indicators = [.. indicators],
            SearchText = SearchTextOf(title, indicators),
        };
    }

    /// <summary>What it is. The indicators that are kept stay the same rows.</summary>
    public void Describe(LocalizedText title, int? priority, ActivityOrigin origin, int? opennessProject, IReadOnlyList<ActivityIndicator> indicators)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(priority ?? 1, 1, nameof(priority));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority ?? 1, LowestPriority, nameof(priority));
        (Title, Priority, Origin, OpennessProject) = (title.OnOneLine(), priority, origin, opennessProject);
        Indicators.RemoveAll(indicator => !indicators.Contains(indicator));
        Indicators.AddRange(indicators.Where(indicator => !Indicators.Contains(indicator)));
        SearchText = SearchTextOf(title, indicators);
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
    public void Entrust(LocalizedText? responsible, LocalizedText? partners, decimal? budget, LocalizedText? budgetSource = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget ?? 0, nameof(budget));
        (Responsible, Partners, Budget, BudgetSource) = (responsible, partners, budget, budgetSource);
    }

    public void Weigh(decimal weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        Weight = weight;
    }

    /// <summary>The same activity for another plan: what it is and who answers for it, but neither dates nor money nor progress.</summary>
    public Activity Again()
    {
        var activity = Of(
            Number, Title, Priority, Origin, [.. Indicators.OrderBy(indicator => indicator.Id).Select(indicator => ActivityIndicator.Of(indicator.Text, indicator.Indicator))],
            Missing, Source, OpennessProject, Demonstration);
        activity.Position = Position;
        activity.Weight = Weight;
        activity.Entrust(Responsible, Partners, null);
        return activity;
    }

    public void StandAt(int position) => Position = position;

    /// <summary>Into another axis, under a number that is free there.</summary>
    public void MoveTo(Axis axis, int number, int position) => (AxisId, Number, Position) = (axis.Id, number, position);

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;

    private static string SearchTextOf(LocalizedText title, IEnumerable<ActivityIndicator> indicators) =>
        Folding.Fold(string.Join(' ', indicators.Select(indicator => indicator.Text).Prepend(title).Select(text => $"{text.Ar} {text.Fr}")));

    /// <summary>Where it comes from.</summary>
    public void Cite(SeedSource? source) => Source = source == Source ? Source : source.Own();
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
