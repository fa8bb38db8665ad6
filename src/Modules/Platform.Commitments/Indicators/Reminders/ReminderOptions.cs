using System.ComponentModel.DataAnnotations;

namespace Platform.Commitments.Indicators.Reminders;

/// <summary>Section <c>Reminders</c>: how many days before and after the last day for submitting focal points are reminded.</summary>
internal sealed class ReminderOptions : IValidatableObject
{
    public const string Section = "Reminders";

    private const int Farthest = 180;

    /// <summary>None configured: 14 and 3.</summary>
    public int[]? DaysBefore { get; set; }

    /// <summary>None configured: 1 and 15.</summary>
    public int[]? DaysAfter { get; set; }

    /// <summary>Days from the last day for submitting, negative before it, in order.</summary>
    public IReadOnlyList<int> Steps => [.. (DaysBefore ?? [14, 3]).Select(days => -days).Concat(DaysAfter ?? [1, 15]).Order()];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if ((DaysBefore ?? []).Any(days => days is < 0 or > Farthest) || (DaysAfter ?? []).Any(days => days is < 1 or > Farthest))
        {
            yield return new($"Reminders:DaysBefore are 0 to {Farthest} and Reminders:DaysAfter 1 to {Farthest}.", [nameof(DaysBefore), nameof(DaysAfter)]);
        }
    }
}
