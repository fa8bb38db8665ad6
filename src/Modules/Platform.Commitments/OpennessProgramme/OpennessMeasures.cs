using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Measures;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>Figures of the openness programme, as they stood at the end of a period.</summary>
internal sealed class OpennessMeasures(CommuneContext db, OpennessFigures figures) : IMeasureSource
{
    public const string Projects = "openness.projects";
    public const string MilestonesKept = "openness.milestones-kept-share";
    public const string Members = "openness.committee-members";

    private static readonly MeasureDefinition[] Published =
    [
        new(Projects, 1, MeasureValue.Count, PeriodBehaviour.Stock),
        new(MilestonesKept, 1, MeasureValue.Percentage, PeriodBehaviour.Stock),
        new(Members, 1, MeasureValue.Count, PeriodBehaviour.Stock),
    ];

    public IReadOnlyList<MeasureDefinition> Measures => Published;

    public async Task<IReadOnlyDictionary<string, Measurement>> MeasureAsync(IReadOnlyCollection<string> keys, Period period, CancellationToken cancellation)
    {
        // Most communes have no programme: then there is nothing to look for three times.
        var published = (await figures.PublishedAsync(cancellation)).Count > 0;
        var measured = new Dictionary<string, Measurement>();
        foreach (var key in keys)
        {
            var rows = published ? await RowsAsync(key, period, cancellation) : [];
            measured[key] = Measurement.Of(Definition(key), rows);
        }

        return measured;
    }

    public async Task<IReadOnlyList<MeasureRow>> RowsAsync(string key, Period period, CancellationToken cancellation) => Definition(key).Key switch
    {
        Projects => await ProjectRowsAsync(period.End, cancellation),
        MilestonesKept => await MilestoneRowsAsync(period.End, cancellation),
        _ => await MemberRowsAsync(period.End, cancellation),
    };

    private MeasureDefinition Definition(string key) =>
        Measures.FirstOrDefault(measure => measure.Key == key)
        ?? throw new ArgumentException($"'{key}' is no measure of the openness programme.", nameof(key));

    /// <summary>The documents give projects no date: those count in every period, others from the day on which they were added.</summary>
    private async Task<IReadOnlyList<MeasureRow>> ProjectRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var projects = await (
            from project in db.Set<Project>().AsNoTracking()
            join programme in db.Set<Programme>() on project.ProgrammeId equals programme.Id
            where programme.PublishedAt != null
                && (project.AddedOn == null || project.AddedOn <= end) && (project.ArchivedOn == null || project.ArchivedOn > end)
            orderby project.Number
            select new { project.Number, project.Title }).ToListAsync(cancellation);
        return [.. projects.Select(project => new MeasureRow($"project:{project.Number}", 1, 0, project.Title, $"/openness/projects/{project.Number}"))];
    }

    /// <summary>Of the milestones whose last day is over by then, those that are known to have taken place.</summary>
    private async Task<IReadOnlyList<MeasureRow>> MilestoneRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var milestones = await (
            from milestone in db.Set<Milestone>().AsNoTracking()
            join programme in db.Set<Programme>() on milestone.ProgrammeId equals programme.Id
            where programme.PublishedAt != null && milestone.From <= end && (milestone.ArchivedOn == null || milestone.ArchivedOn > end)
            orderby milestone.From, milestone.Id
            select new { milestone.Id, milestone.From, milestone.To, milestone.Precision, milestone.Title, milestone.Kept, milestone.SettledOn })
            .ToListAsync(cancellation);
        var rows = new List<MeasureRow>();
        foreach (var milestone in milestones)
        {
            var due = Milestone.LastDay(milestone.From, milestone.To, milestone.Precision);
            if (due > end)
            {
                continue;
            }

            var settled = milestone.Kept is not null && !(milestone.SettledOn > end);
            var state = !settled ? "unconfirmed" : milestone.Kept == true ? "kept" : "missed";
            rows.Add(new($"milestone:{milestone.Id}", state == "kept" ? 1 : 0, 1, milestone.Title, "/openness#milestones", due, state));
        }

        return rows;
    }

    private async Task<IReadOnlyList<MeasureRow>> MemberRowsAsync(DateOnly end, CancellationToken cancellation)
    {
        var members = await (
            from member in db.Set<CommitteeMember>().AsNoTracking()
            join programme in db.Set<Programme>() on member.ProgrammeId equals programme.Id
            where programme.PublishedAt != null && (programme.DecisionOn == null || programme.DecisionOn <= end)
            orderby member.Position
            select new { member.Id, member.Name, member.Group }).ToListAsync(cancellation);
        return [.. members.Select(member => new MeasureRow(
            $"member:{member.Id}", 1, 0, new LocalizedText(member.Name), "/openness#committee", null, member.Group.ToString().ToLowerInvariant()))];
    }
}
