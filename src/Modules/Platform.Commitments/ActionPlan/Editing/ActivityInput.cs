using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Editing;
using Platform.Ui.Forms;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>An activity as its form has it.</summary>
internal sealed class ActivityInput : IEdited
{
    public const int HighestWeight = 1000;
    public const double LowestWeight = 0.01;
    public const double HighestBudget = 100_000_000_000;

    public int Revision { get; set; }

    [Localized(Required = true)]
    public LocalizedInput Title { get; set; } = new();

    [Range(1, Activity.LowestPriority)]
    public int? Priority { get; set; }

    [EnumDataType(typeof(ActivityOrigin), ErrorMessage = "ValidationInvalid")]
    public ActivityOrigin Origin { get; set; }

    [Localized]
    public LocalizedInput Responsible { get; set; } = new();

    [Localized]
    public LocalizedInput Partners { get; set; } = new();

    [Range(0, HighestBudget)]
    public decimal? Budget { get; set; }

    [Localized]
    public LocalizedInput BudgetSource { get; set; } = new();

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    [Required, Range(LowestWeight, HighestWeight)]
    public decimal? Weight { get; set; } = Activity.DefaultWeight;

    public int? OpennessProject { get; set; }

    [MaxLength(Rows.Most)]
    public List<WordedIndicator> Indicators { get; set; } = [];

    public static ActivityInput Empty() => new() { Indicators = [new()] };

    public static ActivityInput From(Activity activity) => new()
    {
        Revision = activity.Revision,
        Title = LocalizedInput.From(activity.Title),
        Priority = activity.Priority,
        Origin = activity.Origin,
        Responsible = LocalizedInput.From(activity.Responsible),
        Partners = LocalizedInput.From(activity.Partners),
        Budget = activity.Budget,
        BudgetSource = LocalizedInput.From(activity.BudgetSource),
        PlannedStart = activity.PlannedStart,
        PlannedEnd = activity.PlannedEnd,
        Weight = activity.Weight,
        OpennessProject = activity.OpennessProject,
        Indicators = activity.Indicators
            .Select(indicator => new WordedIndicator { Id = indicator.Id, Text = LocalizedInput.From(indicator.Text), Indicator = indicator.Indicator })
            .WithRoom(),
    };

    /// <summary>Everything but title, order and the like, which <see cref="Activity.Describe"/> takes with the indicators.</summary>
    public void ApplyTo(Activity activity)
    {
        activity.Schedule(PlannedStart, PlannedEnd);
        activity.Entrust(Responsible.ToText(), Partners.ToText(), Budget, BudgetSource.ToText());
        activity.Weigh(Weight!.Value);
    }

    public IEnumerable<Said> Said(IStringLocalizer texts) =>
    [
        Commitments.Editing.Said.Of(texts["ActivityTitle"], Title.ToText()),
        new(texts["Priority"], Priority?.ToString(CultureInfo.InvariantCulture)),
        new(texts["Origin"], texts["Origin" + Origin]),
        Commitments.Editing.Said.Of(texts["Responsible"], Responsible.ToText()),
        Commitments.Editing.Said.Of(texts["Partners"], Partners.ToText()),
        Commitments.Editing.Said.Of(texts["Budget"], Budget),
        Commitments.Editing.Said.Of(texts["BudgetSource"], BudgetSource.ToText()),
        Commitments.Editing.Said.Of(texts["PlannedStart"], PlannedStart),
        Commitments.Editing.Said.Of(texts["PlannedEnd"], PlannedEnd),
        Commitments.Editing.Said.Of(texts["Weight"], Weight),
        new(texts["OpennessProject"], OpennessProject?.ToString(CultureInfo.InvariantCulture)),
        Commitments.Editing.Said.OfRows(texts["FollowUpIndicators"], Indicators, row => [Commitments.Editing.Said.InWords(row.Text.ToText()), row.Indicator]),
    ];
}
