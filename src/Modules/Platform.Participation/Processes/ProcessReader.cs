using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Participation.Processes;

/// <summary>Reads what the public sees of processes: those that are published, with their stages.</summary>
internal sealed class ProcessReader(CommuneContext db)
{
    /// <summary>Those under way first, then those that are closed, the latest first.</summary>
    public Task<List<Process>> AllAsync(CancellationToken cancellation) => Published()
        .Include(process => process.Stages.OrderBy(stage => stage.Position))
        .OrderBy(process => process.ClosedAt == null ? 0 : 1)
        .ThenByDescending(process => process.PublishedAt)
        .ThenByDescending(process => process.Id)
        .ToListAsync(cancellation);

    public Task<Process?> FindAsync(string slug, CancellationToken cancellation) => Published()
        .Include(process => process.Stages.OrderBy(stage => stage.Position))
        .FirstOrDefaultAsync(process => process.Slug == slug, cancellation);

    private IQueryable<Process> Published() => db.Set<Process>().AsNoTracking().Where(process => process.PublishedAt != null);
}
