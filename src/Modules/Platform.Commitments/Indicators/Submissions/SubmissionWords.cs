using Microsoft.Extensions.Localization;

namespace Platform.Commitments.Indicators.Submissions;

internal static class SubmissionWords
{
    public static string StateOf(this IStringLocalizer texts, SubmissionState? state, bool late) =>
        texts[state is { } known ? "Submission" + known : late ? "SubmissionLate" : "SubmissionOpen"];

    public static string BadgeOf(SubmissionState? state, bool late) => state switch
    {
        SubmissionState.Accepted => "success",
        SubmissionState.Submitted => "info",
        SubmissionState.Returned or SubmissionState.Reopened or SubmissionState.ReopeningAsked => "warning",
        _ => late ? "danger" : "neutral",
    };
}
