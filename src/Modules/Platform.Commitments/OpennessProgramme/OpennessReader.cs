using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Commitments.OpennessProgramme;

internal sealed class OpennessReader(CommuneContext db)
{
    /// <summary>The programme with all its parts in the order of the document, or null where the commune has none.</summary>
    public Task<Programme?> WholeAsync(CancellationToken cancellation) => db.Set<Programme>()
        .AsNoTracking()
        .Include(programme => programme.Statements.OrderBy(statement => statement.Position))
        .Include(programme => programme.Projects.OrderBy(project => project.Number))
        .ThenInclude(project => project.Indicators.OrderBy(indicator => indicator.Position))
        .Include(programme => programme.Milestones.OrderBy(milestone => milestone.From))
        .Include(programme => programme.Members.OrderBy(member => member.Position))
        .Include(programme => programme.Figures.OrderBy(figure => figure.Position))
        .AsSplitQuery()
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    /// <summary>A project by its number in the national list, with its indicators.</summary>
    public Task<Project?> ProjectAsync(int number, CancellationToken cancellation) => db.Set<Project>()
        .AsNoTracking()
        .Include(project => project.Indicators.OrderBy(indicator => indicator.Position))
        .OrderBy(project => project.Id)
        .FirstOrDefaultAsync(project => project.Number == number, cancellation);

    /// <summary>Numbers and titles of all projects, in the order of the national list.</summary>
    public Task<List<ListedProject>> ProjectsAsync(CancellationToken cancellation) => db.Set<Project>()
        .AsNoTracking()
        .OrderBy(project => project.Number)
        .Select(project => new ListedProject(project.Number, project.Title))
        .ToListAsync(cancellation);

    public Task<List<Network>> NetworksAsync(CancellationToken cancellation) =>
        db.Set<Network>().AsNoTracking().OrderBy(network => network.Position).ToListAsync(cancellation);
}

internal sealed record ListedProject(int Number, Kernel.Text.LocalizedText Title);
