using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.National.Reporting;
using Platform.National.Runs;
using Platform.Ui;

namespace Platform.National.FollowUp;

/// <summary>The list as a file: the communes of the filter, all of them, in the order shown.</summary>
internal sealed class FollowUpExport(
    IStringLocalizer<FollowUpTexts> texts, IStringLocalizer<ReportingTexts> reporting, IStringLocalizer<RunsTexts> runs, IStringLocalizer<CommonTexts> common)
{
    public List<string> Header =>
    [
        texts["Code"], common["Commune"], common["Region"], texts["State"], texts["SubmittedAt"], texts["LateSince"], texts["DaysLate"], texts["LastReported"],
        texts["Reminders"], texts["LastReminder"], texts["FailedMails"], texts["WaitingMails"], texts["FailedJobs"], texts["LastFailure"], texts["JobsNamed"],
    ];

    public IEnumerable<IReadOnlyList<object?>> Rows(IReadOnlyList<FollowUpLine> lines, bool anyPeriod, Language language) => lines.Select(line => new object?[]
    {
        line.Listed.Commune.Code,
        line.Listed.Commune.Name.In(language),
        line.Listed.Commune.Region.In(language),
        anyPeriod ? reporting.StateOf(line.State, line.IsLate) : null,
        line.SubmittedAt,
        line.LateSince,
        line.IsLate ? line.DaysLate : null,
        line.LastReported?.ToString(),
        line.Reminders,
        line.LastReminder,
        line.FailedMails,
        line.WaitingMails,
        line.Failures?.Count ?? 0,
        line.Failures?.Last,
        line.Failures is { } failures ? string.Join(texts["Comma"], failures.Jobs.Select(job => runs.JobOf(job))) : null,
    });
}
