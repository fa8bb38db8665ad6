using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Time;

namespace Platform.Commitments.OpennessProgramme.Editing;

/// <summary>Fetches what the workspace of the openness programme changes. A commune has one programme, or none yet.</summary>
internal sealed class OpennessDesk(CommuneContext db, TimeProvider time)
{
    public DateOnly Today { get; } = time.TodayInMorocco();

    public DateTime Now => time.UtcNow();

    public Task<Programme?> ProgrammeAsync(CancellationToken cancellation) =>
        db.Set<Programme>().OrderBy(programme => programme.Id).FirstOrDefaultAsync(cancellation);

    public Task<Programme?> WithStatementsAsync(StatementKind kind, CancellationToken cancellation) => db.Set<Programme>()
        .Include(programme => programme.Statements.Where(statement => statement.Kind == kind).OrderBy(statement => statement.Position))
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    public Task<Programme?> WithMembersAsync(CancellationToken cancellation) => db.Set<Programme>()
        .Include(programme => programme.Members.OrderBy(member => member.Position))
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    public Task<Programme?> WithFiguresAsync(CancellationToken cancellation) => db.Set<Programme>()
        .Include(programme => programme.Figures.OrderBy(figure => figure.Position))
        .OrderBy(programme => programme.Id)
        .FirstOrDefaultAsync(cancellation);

    public Task<Project?> ProjectAsync(int id, CancellationToken cancellation) => db.Set<Project>()
        .Include(project => project.Indicators.OrderBy(indicator => indicator.Position))
        .Include(project => project.Milestones.OrderBy(milestone => milestone.Position))
        .AsSplitQuery()
        .FirstOrDefaultAsync(project => project.Id == id, cancellation);
}
