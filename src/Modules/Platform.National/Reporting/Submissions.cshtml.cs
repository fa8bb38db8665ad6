using Microsoft.AspNetCore.Mvc;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.National.Reporting;

/// <summary>Who submitted a reporting period, what waits for a decision, who is late.</summary>
[Staff(Role.Analyst, Role.DgctOfficer)]
internal sealed class SubmissionsModel(SubmissionsReader reader, IReportingPeriods periods, TimeProvider time) : StaffPage
{
    public IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    public ReportingPeriod? Reporting { get; private set; }

    public IReadOnlyList<SubmissionLine> Lines { get; private set; } = [];

    public bool Due { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellation)
    {
        Periods = await periods.AllAsync(cancellation);
        if (string.IsNullOrEmpty(period))
        {
            Reporting = Periods is [var latest, ..] ? latest : null;
        }
        else if (!Period.TryParse(period, out var asked))
        {
            return BadRequest();
        }
        else if ((Reporting = Periods.FirstOrDefault(one => one.Period == asked)) is null)
        {
            return NotFound();
        }

        if (Reporting is { } reporting)
        {
            Due = reporting.DueOn < time.TodayInMorocco();
            Lines =
            [
                .. (await reader.OfAsync(reporting.Period, cancellation))
                    .OrderBy(line => RankOf(line.Submission?.State))
                    .ThenBy(line => line.Submission?.SubmittedAt)
                    .ThenBy(line => Folding.Fold(line.Listed.Commune.Name.In(Language)), StringComparer.Ordinal),
            ];
        }

        return Page();
    }

    /// <summary>What waits for a decision first, then who has not submitted, then the rest.</summary>
    private static int RankOf(ReviewState? state) => state switch
    {
        ReviewState.Received or ReviewState.ReopeningAsked => 0,
        null => 1,
        ReviewState.Returned or ReviewState.Reopened => 2,
        _ => 3,
    };
}
