using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Reporting;

namespace Platform.National.FollowUp;

/// <summary>How a commune stands towards the national level: what is awaited of it, and what does not get through.</summary>
/// <param name="State">Of its submission of the chosen period; none where it has not submitted, or where no period is open.</param>
/// <param name="LateSince">The last day on which it could have been in time; none where it is not late.</param>
/// <param name="LastReported">The last month whose figures it reported by itself.</param>
/// <param name="Silent">The last closed month is missing.</param>
internal sealed record FollowUpLine(
    OfficeCommune Listed,
    ReviewState? State,
    DateTime? SubmittedAt,
    DateOnly? LateSince,
    int DaysLate,
    Period? LastReported,
    bool Silent,
    int Reminders,
    DateTime? LastReminder,
    int FailedMails,
    int WaitingMails,
    CommuneFailures? Failures)
{
    public bool IsLate => LateSince is not null;

    public bool NeedsLook => IsLate || Silent || FailedMails > 0 || Failures is not null;

    /// <summary>What is awaited of the commune is late from the day after the last one; what was sent back, from the day on which it was.</summary>
    /// <param name="joined">The day on which it came to the platform: nothing is asked for that was due before.</param>
    public static DateOnly? LateFrom(ReportingPeriod? reporting, ReviewState? state, DateOnly? decidedOn, DateOnly joined, DateOnly today)
    {
        if (reporting is null || state is ReviewState.Received or ReviewState.Accepted or ReviewState.ReopeningAsked || joined > reporting.DueOn)
        {
            return null;
        }

        var since = decidedOn is { } decided && decided > reporting.DueOn ? decided : reporting.DueOn;
        return since < today ? since : null;
    }
}
