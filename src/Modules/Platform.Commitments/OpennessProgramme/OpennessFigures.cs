using Platform.Commitments.Sources;
using Platform.Data;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The commune's published programme without what is written in it, for measures, documents and the national report of one run.</summary>
internal sealed class OpennessFigures(CommuneContext db)
{
    private static readonly Func<CommuneContext, CancellationToken, Task<List<ProgrammeHead>>> Published = Prepared.Query((CommuneContext db) =>
        db.Set<Programme>()
            .Where(programme => programme.PublishedAt != null)
            .OrderBy(programme => programme.Id)
            .Select(programme => new ProgrammeHead(programme.Title, programme.AdoptedOn)));

    private readonly Remembered<int, IReadOnlyList<ProgrammeHead>> programmes = new(db);

    /// <summary>One, or none yet.</summary>
    public Task<IReadOnlyList<ProgrammeHead>> PublishedAsync(CancellationToken cancellation) => programmes.GetAsync(default, async () => await Published(db, cancellation));
}

/// <summary>A programme without what is written in it.</summary>
internal sealed record ProgrammeHead(LocalizedText Title, DateOnly? AdoptedOn);
