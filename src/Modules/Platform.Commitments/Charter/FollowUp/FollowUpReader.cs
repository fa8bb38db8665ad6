using Microsoft.EntityFrameworkCore;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter.FollowUp;

/// <summary>Something that a commitment is linked to.</summary>
/// <param name="Path">Its page, relative to the language's root.</param>
internal sealed record LinkedThing(string Reference, LocalizedText Title, string Path, int? ActivityId, string? IndicatorCode);

/// <summary>Where a commitment stands, with what was said of it (the latest first) and what it is linked to.</summary>
internal sealed record CommitmentStanding(IReadOnlyList<CommitmentEntry> Entries, IReadOnlyList<LinkedThing> Links)
{
    public static CommitmentStanding None { get; } = new([], []);

    public CommitmentEntry? Now => Entries.Count > 0 ? Entries[0] : null;
}

/// <summary>Reads what is kept of the charter's use. A few queries for the whole charter, however many commitments it has.</summary>
internal sealed class FollowUpReader(CommuneContext db, IDocuments documents)
{
    /// <summary>More than a commune will ever record; pages show no more.</summary>
    public const int Most = 500;

    /// <summary>The team that the latest decision set up, with its members, to be read or changed.</summary>
    public Task<FollowUpTeam?> TeamAsync(CancellationToken cancellation) =>
        db.Set<FollowUpTeam>().Include(team => team.Members).OrderByDescending(team => team.DecidedOn).ThenByDescending(team => team.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>The documents of the decision that set a team up.</summary>
    public async Task<IReadOnlyList<AttachedDocument>> DecisionDocumentsAsync(FollowUpTeam? team, bool unpublished, CancellationToken cancellation) =>
        team?.DocumentsSubject is { } subject ? [.. (await documents.OfAsync([subject], unpublished, cancellation))[subject]] : [];

    public Task<List<CharterUse>> UsesAsync(CancellationToken cancellation) =>
        db.Set<CharterUse>().AsNoTracking().Where(use => use.RemovedAt == null)
            .OrderByDescending(use => use.UsedOn).ThenByDescending(use => use.Id).Take(Most).ToListAsync(cancellation);

    public Task<List<CommunicationAction>> ActionsAsync(CancellationToken cancellation) =>
        db.Set<CommunicationAction>().AsNoTracking().Include(action => action.Helpers).Where(action => action.RemovedAt == null)
            .OrderByDescending(action => action.DoneOn).ThenByDescending(action => action.Id).Take(Most).AsSplitQuery().ToListAsync(cancellation);

    /// <summary>The standing of commitments by their keys; of those that nothing was said of there is none.</summary>
    public async Task<IReadOnlyDictionary<string, CommitmentStanding>> StandingsAsync(CancellationToken cancellation)
    {
        var entries = (await db.Set<CommitmentEntry>().AsNoTracking()
                .OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id).ToListAsync(cancellation))
            .ToLookup(entry => entry.CommitmentKey, StringComparer.Ordinal);
        var links = await LinksAsync(cancellation);
        return entries.Select(group => group.Key).Concat(links.Select(group => group.Key)).Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => new CommitmentStanding([.. entries[key]], [.. links[key]]), StringComparer.Ordinal);
    }

    /// <summary>Activities of plans that everybody sees, and indicators, by the key of the commitment.</summary>
    private async Task<ILookup<string, LinkedThing>> LinksAsync(CancellationToken cancellation)
    {
        var activities = await (
            from link in db.Set<CommitmentLink>().AsNoTracking()
            join activity in db.Set<Activity>() on link.ActivityId equals activity.Id
            join axis in db.Set<Axis>() on activity.AxisId equals axis.Id
            join plan in db.Set<Plan>() on axis.PlanId equals plan.Id
            where plan.PublishedAt != null
            orderby axis.Number, activity.Number
            select new { link.CommitmentKey, activity.Id, Axis = axis.Number, activity.Number, activity.Title }).ToListAsync(cancellation);
        var indicators = await (
            from link in db.Set<CommitmentLink>().AsNoTracking()
            join indicator in db.Set<Indicator>() on link.IndicatorCode equals indicator.Code
            orderby indicator.Position
            select new { link.CommitmentKey, indicator.Code, indicator.Name }).ToListAsync(cancellation);
        return activities
            .Select(row => (row.CommitmentKey, Thing: new LinkedThing(
                PlanActivity.ReferenceOf(row.Axis, row.Number), row.Title, PlanActivity.LinkOf(PlanActivity.ReferenceOf(row.Axis, row.Number)), row.Id, null)))
            .Concat(indicators.Select(row => (row.CommitmentKey, Thing: new LinkedThing(row.Code, row.Name, $"/indicators/{row.Code}", null, row.Code))))
            .ToLookup(pair => pair.CommitmentKey, pair => pair.Thing, StringComparer.Ordinal);
    }
}
