using Platform.Kernel.Reporting;

namespace Platform.Commitments.Indicators.Reminders;

/// <summary>Which reminder a reporting period calls for on a day.</summary>
internal static class ReminderPlan
{
    /// <summary>What was missed for longer than this (the platform stood still, the commune joined later) is not made up for: late news helps nobody.</summary>
    private const int StaleDays = 14;

    /// <param name="steps">Days from the last day for submitting, in order.</param>
    /// <returns>The latest step that has come, so that a day without the platform brings one mail and not several; none where none has.</returns>
    public static int? StepOf(ReportingPeriod reporting, DateOnly today, IReadOnlyList<int> steps)
    {
        if (today < reporting.OpensOn || !reporting.Period.HasEnded(today))
        {
            // Nothing can be submitted yet.
            return null;
        }

        var come = steps.Where(step => reporting.DueOn.AddDays(step) <= today).ToList();
        return come.Count > 0 && today.DayNumber - reporting.DueOn.AddDays(come[^1]).DayNumber <= StaleDays ? come[^1] : null;
    }
}
