using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.People;
using Platform.Ui.Workspace;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>The openness programme as its team works on it.</summary>
[Workspace(Area.Openness)]
internal sealed class OpennessOverviewModel(CommuneContext db, OpennessDesk desk) : WorkspacePage
{
    /// <summary>None where the commune has no programme.</summary>
    public Programme? Programme { get; private set; }

    public DateOnly Today => desk.Today;

    public IEnumerable<Project> Projects => Programme!.Projects.Where(project => project.ArchivedOn is null);

    public IEnumerable<Milestone> Milestones => Programme!.Milestones.Where(milestone => milestone.ArchivedOn is null);

    public int Archived => Programme!.Projects.Count(project => project.ArchivedOn is not null) + Programme.Milestones.Count(milestone => milestone.ArchivedOn is not null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Programme = await db.Set<Programme>().AsNoTracking()
            .Include(programme => programme.Projects.OrderBy(project => project.Number)).ThenInclude(project => project.Completions)
            .Include(programme => programme.Milestones.OrderBy(milestone => milestone.From))
            .AsSplitQuery()
            .OrderBy(programme => programme.Id)
            .FirstOrDefaultAsync(cancellation);
        return Page();
    }
}
