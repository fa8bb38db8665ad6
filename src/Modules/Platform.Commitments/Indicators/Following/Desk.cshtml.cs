using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Following;

/// <summary>The indicators as the team sees them: what is followed, what waits for a value, what is to be reported.</summary>
[Workspace(Area.Indicators)]
internal sealed class DeskPage(CommuneContext db, IndicatorReader reader, ReviewedValues reviewed, CountableOffers offers, TimeProvider time) : WorkspacePage
{
    public IReadOnlyList<ListedIndicator> Indicators { get; private set; } = [];

    public IReadOnlyList<ReportingPeriodState> Reporting { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>Indicators entered by hand that have no value for their last closed period.</summary>
    public IReadOnlySet<int> Missing { get; private set; } = new HashSet<int>();

    /// <summary>Entered by hand, and the platform could count them by now.</summary>
    public IReadOnlySet<int> Countable { get; private set; } = new HashSet<int>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = time.TodayInMorocco();
        Indicators = await reader.ListAsync(cancellation);
        Countable = Indicators.Where(listed => offers.MeasureOf(listed.Indicator) is not null).Select(listed => listed.Indicator.Id).ToHashSet();
        Missing = (await MissingValues.OfAsync(db, Today, cancellation)).Select(missing => missing.Id).ToHashSet();
        var submissions = await db.Set<Submission>().AsNoTracking().ToListAsync(cancellation);
        Reporting = [.. (await reviewed.ReportedAsync(cancellation))
            .Select(reporting => new ReportingPeriodState(reporting, submissions.Find(submission => submission.Period == reporting.Period)))];
    }
}
