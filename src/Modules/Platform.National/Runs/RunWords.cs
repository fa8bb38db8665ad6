using Microsoft.Extensions.Localization;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;
using Platform.Ui;

namespace Platform.National.Runs;

/// <summary>How runs of jobs are said.</summary>
internal static class RunWords
{
    /// <summary>The job's name, or its code where the platform has no name for it.</summary>
    public static string JobOf(this IStringLocalizer texts, string job) => texts["Job." + job] is { ResourceNotFound: false } name ? name.Value : job;

    /// <summary>A month or a day as people write it; whatever else a key is, as it stands.</summary>
    public static string Covered(this IStringLocalizer texts, string key)
    {
        const string After = "after monthly-snapshot ";
        if (key.StartsWith(After, StringComparison.Ordinal))
        {
            return texts["AfterSnapshot", texts.Covered(key[After.Length..])];
        }

        return Period.TryParse(key, out var period) ? Formats.Period(period)
            : DateOnly.TryParseExact(key, "yyyy-MM-dd", out var day) ? Formats.Date(day)
            : key;
    }

    public static string BadgeOf(RunStanding standing) => standing switch
    {
        RunStanding.Completed => "success",
        RunStanding.Failed => "danger",
        RunStanding.Abandoned => "warning",
        _ => "info",
    };

    public static string BadgeOf(CommuneRunStanding standing) => standing switch
    {
        CommuneRunStanding.Done => "success",
        CommuneRunStanding.Failed => "danger",
        _ => "neutral",
    };
}
