using System.Globalization;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>An activity as it stands at the end of a day.</summary>
internal sealed record PlanActivity(
    int Id,
    int AxisNumber,
    int Number,
    LocalizedText Title,
    int? Priority,
    ActivityOrigin Origin,
    decimal Weight,
    DateOnly? PlannedStart,
    DateOnly? PlannedEnd,
    LocalizedText? Responsible,
    LocalizedText? Partners,
    decimal? Budget,
    LocalizedText? BudgetSource,
    int? OpennessProject,
    LocalizedText? Missing,
    string SearchText,
    DateOnly Day,
    ActivityStatus Status,
    int Percent,
    DateOnly? Since)
{
    public string Reference => ReferenceOf(AxisNumber, Number);

    /// <summary>Its page, relative to the language's root.</summary>
    public string Link => LinkOf(Reference);

    public bool IsLate => Counted.IsLate;

    public Standing Standing => Counted.Standing;

    /// <summary>What figures need of it.</summary>
    public CountedActivity Counted => new(AxisNumber, Number, Priority, Weight, PlannedEnd, Status, Percent, Day);

    public static string ReferenceOf(int axis, int number) => string.Create(CultureInfo.InvariantCulture, $"{axis}.{number}");

    /// <summary>
    /// What the act of adding it is recorded on, before it has a key: plan and reference, which no other activity ever gets. Its later acts are recorded on its key.
    /// </summary>
    public static string FirstSubjectOf(int plan, string reference) => string.Create(CultureInfo.InvariantCulture, $"activity:{plan}/{reference}");

    public static string LinkOf(string reference) => "/action-plan/activities/" + reference;
}

/// <summary>An axis with its activities as they stand at the end of a day.</summary>
internal sealed record PlanAxis(
    int Id,
    int Number,
    int? StandardAxis,
    LocalizedText Title,
    IReadOnlyList<LocalizedText> Objectives,
    LocalizedText? Missing,
    IReadOnlyList<PlanActivity> Activities)
{
    public decimal? Progress => PlanProgress.Of(Activities.Select(activity => activity.Standing));

    /// <summary>At least one activity is under way or done.</summary>
    public bool Started => Activities.Any(activity => activity.Status is ActivityStatus.InProgress or ActivityStatus.Completed);

    public int Counting => Activities.Count(activity => activity.Status != ActivityStatus.Cancelled);

    public int Completed => Activities.Count(activity => activity.Status == ActivityStatus.Completed);

    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"axis-{Number}");
}
