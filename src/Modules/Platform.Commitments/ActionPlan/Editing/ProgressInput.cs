using System.ComponentModel.DataAnnotations;
using Platform.Ui.Forms;

namespace Platform.Commitments.ActionPlan.Editing;

/// <summary>What is said of an activity's progress, as the form has it.</summary>
internal sealed class ProgressInput
{
    [Required]
    public DateOnly? EffectiveOn { get; set; }

    [EnumDataType(typeof(ActivityStatus), ErrorMessage = "ValidationInvalid")]
    public ActivityStatus Status { get; set; }

    [Range(0, ProgressEntry.Full)]
    public int? Percent { get; set; }

    [Localized(Longest = 2000)]
    public LocalizedInput Note { get; set; } = new();

    [Localized(Required = true)]
    public LocalizedInput SaidBy { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Evidence { get; set; } = new();

    [Localized(Longest = 1000)]
    public LocalizedInput Obstacle { get; set; } = new();

    /// <summary>What two states need no figure for.</summary>
    public int? PercentMeant => Status switch
    {
        ActivityStatus.Planned => 0,
        ActivityStatus.Completed => ProgressEntry.Full,
        _ => Percent,
    };
}
