using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Charter.Drafting;
using Platform.Data;
using Platform.Kernel.Files;

namespace Platform.Commitments.Charter;

/// <summary>Reads what the public may see of the charter: adopted versions, never drafts.</summary>
internal sealed class CharterReader(CommuneContext db, IDocuments documents)
{
    private IQueryable<CharterVersion> Published => db.Set<CharterVersion>().AsNoTracking().Published();

    /// <summary>The version in force with all its parts in the order of the document, or null where the commune has none.</summary>
    public Task<CharterVersion?> InForceAsync(CancellationToken cancellation) =>
        Published.Where(version => version.State == CharterState.InForce).Whole().OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>A version that is or was in force, with all its parts.</summary>
    public Task<CharterVersion?> VersionAsync(int number, CancellationToken cancellation) =>
        Published.Where(version => version.Number == number).Whole().OrderBy(version => version.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>Every version that is or was in force, without its parts, the latest first.</summary>
    public Task<List<CharterVersion>> HistoryAsync(CancellationToken cancellation) =>
        Published.OrderByDescending(version => version.Number).ToListAsync(cancellation);

    /// <summary>Published documents of the adoption of versions, by their subjects.</summary>
    public Task<ILookup<string, AttachedDocument>> DocumentsAsync(IEnumerable<CharterVersion> versions, CancellationToken cancellation) =>
        documents.OfAsync([.. versions.Select(version => version.DocumentsSubject)], unpublished: false, cancellation);

    /// <summary>Those whose signature stands.</summary>
    public IQueryable<Signatory> Signatories => db.Set<Signatory>().AsNoTracking().Where(signatory => signatory.WithdrawnOn == null);

    /// <summary>All of them, in the order of signature.</summary>
    public Task<List<Signatory>> SignatoriesAsync(CancellationToken cancellation) =>
        Signatories.OrderBy(signatory => signatory.SignedOn).ThenBy(signatory => signatory.Id).ToListAsync(cancellation);

    /// <summary>The rounds that a version was made in, in their order. Public from the version's publication on.</summary>
    public Task<List<ConsultationRound>> RoundsAsync(CharterVersion version, CancellationToken cancellation) =>
        db.Set<ConsultationRound>().AsNoTracking().Where(round => round.CharterVersionId == version.Id)
            .OrderBy(round => round.From).ThenBy(round => round.Id).ToListAsync(cancellation);

    /// <summary>The round whose text everybody may read and comment on this day, the latest if there are several.</summary>
    public Task<ConsultationRound?> OpenRoundAsync(DateOnly day, CancellationToken cancellation) =>
        db.Set<ConsultationRound>().AsNoTracking()
            .Where(round => round.Public && round.From <= day && (round.To == null || round.To >= day)
                && db.Set<CharterVersion>().Any(version => version.Id == round.CharterVersionId && version.State == CharterState.Draft))
            .OrderByDescending(round => round.From).ThenByDescending(round => round.Id).FirstOrDefaultAsync(cancellation);
}
