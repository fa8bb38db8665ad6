using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>Reads what the public sees of the programme: what is published and not archived.</summary>
internal sealed class OpennessReader(CommuneContext db, TimeProvider time)
{
    private readonly DateOnly today = time.TodayInMorocco();

    /// <summary>The programme with all its parts in the order of the document, or null where the commune has published none.</summary>
    public Task<Programme?> WholeAsync(CancellationToken cancellation) => db.Set<Programme>()
        .AsNoTracking()
        .Where(programme => programme.PublishedAt != null)
        .Include(programme => programme.Statements.OrderBy(statement => statement.Position))
        .Include(programme => programme.Projects.Where(project => project.ArchivedOn == null || project.ArchivedOn > today).OrderBy(project => project.Number))
        .ThenInclude(project => project.Indicators.OrderBy(indicator => indicator.Position))
        .Include(programme => programme.Projects.Where(project => project.ArchivedOn == null || project.ArchivedOn > today).OrderBy(project => project.Number))
        .ThenInclude(project => project.Milestones.OrderBy(milestone => milestone.Position))
        .Include(programme => programme.Projects.Where(project => project.ArchivedOn == null || project.ArchivedOn > today).OrderBy(project => project.Number))
        .ThenInclude(project => project.Completions.OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id))
        .Include(programme => programme.Milestones.Where(milestone => milestone.ArchivedOn == null || milestone.ArchivedOn > today).OrderBy(milestone => milestone.From))
        .Include(programme => programme.Members.OrderBy(member => member.Position))
        .Include(programme => programme.Figures.OrderBy(figure => figure.Position))
        .AsSplitQuery()
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    /// <summary>A project by its number in the national list with all of its card, also where it was archived.</summary>
    public Task<Project?> ProjectAsync(int number, CancellationToken cancellation) => Published()
        .AsNoTracking()
        .Include(project => project.Indicators.OrderBy(indicator => indicator.Position))
        .Include(project => project.Milestones.OrderBy(milestone => milestone.Position))
        .Include(project => project.Completions.OrderByDescending(entry => entry.EffectiveOn).ThenByDescending(entry => entry.Id))
        .AsSplitQuery()
        .OrderBy(project => project.Id)
        .FirstOrDefaultAsync(project => project.Number == number, cancellation);

    /// <summary>Numbers and titles of all projects, in the order of the national list.</summary>
    public Task<List<ListedProject>> ProjectsAsync(CancellationToken cancellation) => Published()
        .AsNoTracking()
        .Where(project => project.ArchivedOn == null || project.ArchivedOn > today)
        .OrderBy(project => project.Number)
        .Select(project => new ListedProject(project.Number, project.Title))
        .ToListAsync(cancellation);

    /// <summary>The subjects of acts on projects and milestones of the programme, archived ones too, with what readers call them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PartsAsync(Programme programme, CancellationToken cancellation)
    {
        var projects = await db.Set<Project>().AsNoTracking().Where(project => project.ProgrammeId == programme.Id)
            .Select(project => new { project.Id, project.Number, project.Title }).ToListAsync(cancellation);
        var milestones = await db.Set<Milestone>().AsNoTracking().Where(milestone => milestone.ProgrammeId == programme.Id)
            .Select(milestone => new { milestone.Id, milestone.Title }).ToListAsync(cancellation);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            parts[string.Create(CultureInfo.InvariantCulture, $"project:{project.Id}")] = project.Title.In(Languages.Current);
            parts[Project.FirstSubjectOf(project.Number)] = project.Title.In(Languages.Current);
        }

        foreach (var milestone in milestones)
        {
            parts[string.Create(CultureInfo.InvariantCulture, $"milestone:{milestone.Id}")] = milestone.Title.In(Languages.Current);
        }

        return parts;
    }

    /// <summary>The networks that the commune belongs to today.</summary>
    public Task<List<Network>> NetworksAsync(CancellationToken cancellation) => db.Set<Network>().AsNoTracking()
        .Where(network => network.LeftOn == null || network.LeftOn > today)
        .OrderBy(network => network.Position).ThenBy(network => network.Id).ToListAsync(cancellation);

    private IQueryable<Project> Published() =>
        from project in db.Set<Project>()
        join programme in db.Set<Programme>() on project.ProgrammeId equals programme.Id
        where programme.PublishedAt != null
        select project;
}

internal sealed record ListedProject(int Number, Kernel.Text.LocalizedText Title);
