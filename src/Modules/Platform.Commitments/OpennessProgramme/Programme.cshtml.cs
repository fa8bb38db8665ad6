using Microsoft.AspNetCore.Mvc;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Kernel.Files;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Commitments.OpennessProgramme;

/// <summary>The openness programme, or word that there is none; the networks of the commune in both cases.</summary>
[Feature(Feature.Openness)]
internal sealed class ProgrammeModel(OpennessReader programmes, IDocuments documents, TimeProvider time) : CommunePage
{
    public Programme? Programme { get; private set; }

    public IReadOnlyList<Network> Networks { get; private set; } = [];

    /// <summary>Documents of its adoption.</summary>
    public IReadOnlyList<AttachedDocument> Documents { get; private set; } = [];

    /// <summary>Charters of networks and acts of joining, by <see cref="Network.DocumentsSubject"/>.</summary>
    public ILookup<string, AttachedDocument> Files { get; private set; } = Array.Empty<AttachedDocument>().ToLookup(_ => "");

    /// <summary>The page of a project tells how it went on.</summary>
    public static IReadOnlyCollection<string> ToldElsewhere { get; } = ["openness.project-described", "openness.project-assessed"];

    /// <summary>What the acts on projects and milestones were recorded on, with what readers call them.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; private set; } = new Dictionary<string, string>();

    public DateOnly Today { get; } = time.TodayInMorocco();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Programme = await programmes.WholeAsync(cancellation);
        if (Programme is { AdoptedOn: not null })
        {
            Documents = [.. (await documents.OfAsync([OpennessProgramme.Programme.DocumentsSubject], unpublished: false, cancellation))[OpennessProgramme.Programme.DocumentsSubject]];
        }

        if (Programme is not null)
        {
            Parts = await programmes.PartsAsync(Programme, cancellation);
        }

        Networks = await programmes.NetworksAsync(cancellation);
        var subjects = Networks.Select(network => network.DocumentsSubject).OfType<string>().ToList();
        if (subjects.Count > 0)
        {
            Files = await documents.OfAsync(subjects, unpublished: false, cancellation);
        }

        return Page();
    }

    /// <summary>Where a list was taken from; none where the commune has written any of it.</summary>
    public static SeedSource? SourceOf(IReadOnlyList<Statement> list) => list.Select(statement => statement.Source).Distinct().Count() == 1 ? list[0].Source : null;

    public IReadOnlyList<Statement> Statements(StatementKind kind) =>
        [.. Programme?.Statements.Where(statement => statement.Kind == kind) ?? []];
}
