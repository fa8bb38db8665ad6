using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan;
using Platform.Data;
using Platform.Kernel.Consulting;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Consulting;

/// <summary>The latest action plan, in force or being prepared: its activities as cards to write notes on, its axes as cards to be put in order.</summary>
internal sealed class PlanConsultable(CommuneContext db, TimeProvider time) : IConsultable
{
    private const string Activities = "plan:activities";
    private const string Axes = "plan:axes";

    public async Task<IReadOnlyList<ConsultableSource>> SourcesAsync(CancellationToken cancellation)
    {
        var axes = await ReadAsync(cancellation);
        var sources = new List<ConsultableSource>();
        if (axes.Exists(axis => axis.Activities.Count > 0))
        {
            sources.Add(new(Activities, ConsultableKind.Cards, BothLanguages.Of(typeof(ConsultingTexts), "PlanActivities")));
        }

        if (axes.Count > 0)
        {
            sources.Add(new(Axes, ConsultableKind.Cards, BothLanguages.Of(typeof(ConsultingTexts), "PlanAxes")));
        }

        return sources;
    }

    public async Task<IReadOnlyList<ConsultablePart>> PartsAsync(string source, CancellationToken cancellation)
    {
        if (source is not (Activities or Axes))
        {
            return [];
        }

        var axes = await ReadAsync(cancellation);
        var published = await Latest().AnyAsync(plan => plan.PublishedAt != null, cancellation);
        return source == Axes
            ?
            [
                .. axes.Select(axis => new ConsultablePart(
                    string.Create(CultureInfo.InvariantCulture, $"axis:{axis.Number}"), axis.Number.ToString(CultureInfo.InvariantCulture), 1, axis.Title, [],
                    published ? string.Create(CultureInfo.InvariantCulture, $"/action-plan#axis-{axis.Number}") : null)),
            ]
            :
            [
                .. axes.SelectMany(axis => axis.Activities, (axis, activity) => (Activity: activity, Reference: PlanActivity.ReferenceOf(axis.Number, activity.Number)))
                    .Select(pair => new ConsultablePart(
                        "activity:" + pair.Reference, pair.Reference, 1, pair.Activity.Title,
                        [
                            new(CardField.Funding, pair.Activity.BudgetSource),
                            new(CardField.FollowUpIndicators, pair.Activity.Indicators.OrderBy(indicator => indicator.Id).Select(indicator => indicator.Text).ToList().AsList()),
                            new(CardField.Other, null),
                        ],
                        published ? PlanActivity.LinkOf(pair.Reference) : null)),
            ];
    }

    private IQueryable<Plan> Latest() => db.Set<Plan>().OrderByDescending(plan => plan.Number).Take(1);

    private Task<List<Axis>> ReadAsync(CancellationToken cancellation)
    {
        var today = time.TodayInMorocco();
        var latest = Latest().Select(plan => plan.Id);
        return db.Set<Axis>()
            .AsNoTracking()
            .Where(axis => latest.Contains(axis.PlanId) && (axis.ArchivedOn == null || axis.ArchivedOn > today))
            .Include(axis => axis.Activities.Where(activity => activity.ArchivedOn == null || activity.ArchivedOn > today)
                .OrderBy(activity => activity.Position).ThenBy(activity => activity.Number))
            .ThenInclude(activity => activity.Indicators)
            .AsSplitQuery()
            .OrderBy(axis => axis.Position)
            .ThenBy(axis => axis.Number)
            .ToListAsync(cancellation);
    }
}
