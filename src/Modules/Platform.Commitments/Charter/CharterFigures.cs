using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>The versions of the commune's charter without what is written in them, for measures, documents and the national report of one run.</summary>
internal sealed class CharterFigures(CommuneContext db)
{
    private static readonly Func<CommuneContext, CancellationToken, Task<List<CharterHead>>> Heads = Prepared.Query((CommuneContext db) =>
        db.Set<CharterVersion>()
            .OrderByDescending(version => version.AdoptedOn).ThenByDescending(version => version.Number)
            .Select(version => new CharterHead(version.Id, version.Number, version.State, version.Title, version.AdoptedOn)));

    private readonly Remembered<int, IReadOnlyList<CharterHead>> versions = new(db);

    /// <summary>All of them, drafts too: the one adopted last first.</summary>
    public Task<IReadOnlyList<CharterHead>> AllAsync(CancellationToken cancellation) => versions.GetAsync(default, async () => await Heads(db, cancellation));
}

/// <summary>A version of the charter without what is written in it.</summary>
internal sealed record CharterHead(int Id, int Number, CharterState State, LocalizedText Title, DateOnly? AdoptedOn)
{
    /// <summary>On the site: it is in force, or was.</summary>
    public bool IsPublished => State is CharterState.InForce or CharterState.Superseded;
}
