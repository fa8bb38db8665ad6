using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Submissions;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.Commitments.Indicators.Following;

/// <summary>What indicators need today: values of the closing period, reporting that is due, submissions that came back.</summary>
internal sealed class IndicatorWork(
    CommuneContext db, ReviewedValues reviewed, CountableOffers offers, CurrentPerson person, TimeProvider time, IStringLocalizer<IndicatorsTexts> texts) : IWorkSource, ISetupSource
{
    private const int SoonDays = 14;

    public async Task<IReadOnlyList<WorkItem>> ItemsAsync(CancellationToken cancellation)
    {
        if (!person.May(Area.Indicators))
        {
            return [];
        }

        var today = time.TodayInMorocco();
        var items = new List<WorkItem>();
        var missing = await MissingValues.OfAsync(db, today, cancellation);
        if (missing.Count > 0)
        {
            items.Add(new(Urgency.Open, texts.Count("WorkMissing", missing.Count), Root + "/workspace/indicators#by-hand"));
        }

        switch (await offers.OfAsync(cancellation))
        {
            case [var only]:
                items.Add(new(Urgency.Open, texts["WorkCountOne", only.Name.In(Languages.Current)], $"{Root}/workspace/indicators/{only.Code}/count"));
                break;
            case { Count: > 1 } several:
                items.Add(new(Urgency.Open, texts.Count("WorkCount", several.Count), Root + "/workspace/indicators#by-hand"));
                break;
        }

        var submissions = await db.Set<Submission>().AsNoTracking().ToListAsync(cancellation);
        foreach (var reporting in await reviewed.ReportedAsync(cancellation))
        {
            var href = $"{Root}/workspace/indicators/reporting/{reporting.Period}";
            var state = submissions.Find(submission => submission.Period == reporting.Period)?.State;
            if (state is SubmissionState.Returned or SubmissionState.Reopened)
            {
                items.Add(new(Urgency.Late, texts["WorkReturned", Formats.Period(reporting.Period)], href));
            }
            else if (state is null && reporting.OpensOn <= today)
            {
                var urgency = reporting.DueOn < today ? Urgency.Late : reporting.DueOn <= today.AddDays(SoonDays) ? Urgency.Soon : Urgency.Open;
                items.Add(new(urgency, texts["WorkReport", Formats.Period(reporting.Period)], href, reporting.DueOn));
            }
        }

        return items;
    }

    /// <summary>Done where the commune aims at something that it measures.</summary>
    public async Task<IReadOnlyList<SetupStep>> StepsAsync(CancellationToken cancellation)
    {
        var aims = await db.Set<Indicator>().AnyAsync(indicator => indicator.Target != null && !indicator.SetAside, cancellation);
        return [new(500, Area.Indicators, texts["SetupIndicators"], texts["SetupIndicatorsHelp"], Root + "/workspace/indicators", aims)];
    }

    private static string Root => "/" + Languages.Current.Tag;
}
