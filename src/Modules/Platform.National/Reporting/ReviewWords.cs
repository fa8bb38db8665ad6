using Microsoft.Extensions.Localization;

namespace Platform.National.Reporting;

internal static class ReviewWords
{
    public static string StateOf(this IStringLocalizer texts, ReviewState? state, bool due) =>
        texts[state is { } known ? "State" + known : due ? "StateLate" : "StateNone"];

    public static string BadgeOf(ReviewState? state, bool due) => state switch
    {
        ReviewState.Accepted => "success",
        ReviewState.Received or ReviewState.ReopeningAsked => "info",
        ReviewState.Returned or ReviewState.Reopened => "warning",
        _ => due ? "danger" : "neutral",
    };
}
