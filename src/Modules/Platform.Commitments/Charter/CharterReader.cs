using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Commitments.Charter;

/// <summary>Reads what the public may see of the charter: adopted versions, never drafts.</summary>
internal sealed class CharterReader(CommuneContext db)
{
    private IQueryable<CharterVersion> Published => db.Set<CharterVersion>().AsNoTracking().Where(version => version.State != CharterState.Draft);

    /// <summary>The version in force with all its parts in the order of the document, or null where the commune has none.</summary>
    public Task<CharterVersion?> InForceAsync(CancellationToken cancellation) =>
        Whole(Published.Where(version => version.State == CharterState.InForce)).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>A version that is or was in force, with all its parts.</summary>
    public Task<CharterVersion?> VersionAsync(int number, CancellationToken cancellation) =>
        Whole(Published.Where(version => version.Number == number)).OrderBy(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>Every version that is or was in force, without its parts, the latest first.</summary>
    public Task<List<CharterVersion>> HistoryAsync(CancellationToken cancellation) =>
        Published.OrderByDescending(version => version.Number).ToListAsync(cancellation);

    public IQueryable<Signatory> Signatories => db.Set<Signatory>().AsNoTracking();

    /// <summary>One query per part: as one join the parts would multiply each other.</summary>
    private static IQueryable<CharterVersion> Whole(IQueryable<CharterVersion> versions) => versions
        .Include(version => version.Sections.OrderBy(section => section.Position))
        .Include(version => version.Ladder.OrderBy(rung => rung.Position))
        .Include(version => version.References.OrderBy(reference => reference.Position))
        .Include(version => version.Commitments.OrderBy(commitment => commitment.Position))
        .Include(version => version.Seats.OrderBy(seat => seat.Position))
        .Include(version => version.Tasks.OrderBy(task => task.Position))
        .AsSplitQuery();
}
