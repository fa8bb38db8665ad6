using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Importing;
using Platform.Data;
using Platform.Kernel.Files;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Exchange;

/// <summary>A part of the programme as it stands.</summary>
/// <param name="Row">The row that holds it: of an adoption the programme's.</param>
/// <param name="Recorded">When the platform was told, of what is only ever added to.</param>
/// <param name="Demonstration">Made up to show the platform.</param>
internal sealed record StandingPart(PartKind Kind, PartTexts Texts, object Row, DateTime? Recorded = null, bool Demonstration = false)
{
    public string Identity { get; } = Texts.Identity(Kind);
}

/// <summary>The programme as it stands, as texts: what is exported, and what an import is compared with. What was archived is left out.</summary>
/// <param name="Programme">None where the commune has none.</param>
/// <param name="Archived">Numbers that archived projects keep.</param>
internal sealed record StandingProgramme(Programme? Programme, IReadOnlyList<StandingPart> Parts, IReadOnlySet<int> Archived)
{
    /// <summary>Titles of the documents that are attached to its parts, by their numbers.</summary>
    public IReadOnlyDictionary<int, LocalizedText> Titles { get; init; } = new Dictionary<int, LocalizedText>();

    public static StandingProgramme None { get; } = new(null, [], new HashSet<int>());

    /// <param name="networks">Those of the commune, which it has with a programme or without.</param>
    /// <param name="attached">Documents of <see cref="SubjectsOf"/>.</param>
    public static StandingProgramme Of(Programme? programme, IReadOnlyList<Network> networks, ILookup<string, AttachedDocument> attached) => new(
        programme,
        [
            .. programme is null ? [] : Of(programme, attached),
            .. networks.OrderBy(network => network.Position).ThenBy(network => network.Id)
                .Select(network => new StandingPart(PartKind.Network, PartTexts.Of(network, Numbers(attached, network.DocumentsSubject)), network)),
        ],
        (programme?.Projects ?? []).Where(project => project.ArchivedOn is not null).Select(project => project.Number).ToHashSet())
    {
        Titles = attached.SelectMany(group => group).DistinctBy(document => document.Number).ToDictionary(document => document.Number, document => document.Title),
    };

    /// <summary>What documents can be attached to.</summary>
    public static IReadOnlyList<string> SubjectsOf(Programme? programme, IEnumerable<Network> networks) =>
    [
        Programme.DocumentsSubject,
        .. (programme?.Projects ?? []).SelectMany(project => project.Completions).Select(entry => entry.DocumentsSubject)
            .Concat(networks.Select(network => network.DocumentsSubject)).OfType<string>(),
    ];

    public IEnumerable<StandingPart> OfKind(PartKind kind) => Parts.Where(part => part.Kind == kind);

    /// <summary>A step or an entry of a project.</summary>
    public IEnumerable<StandingPart> OfProject(PartKind kind, int number) => OfKind(kind).Where(part => part.Texts.Whole(PartField.Number) == number);

    public StandingPart? Find(PartKind kind, string identity) => Parts.FirstOrDefault(part => part.Kind == kind && part.Identity == identity);

    private static IEnumerable<StandingPart> Of(Programme programme, ILookup<string, AttachedDocument> attached) =>
    [
        new(PartKind.Programme, PartTexts.Of(programme, Numbers(attached, Programme.DocumentsSubject)), programme),
        .. programme.AdoptedOn is null ? [] : new[] { new StandingPart(PartKind.Adoption, PartTexts.OfAdoption(programme), programme) },
        .. programme.Statements.OrderBy(statement => statement.Kind).ThenBy(statement => statement.Position).Select(statement => new StandingPart(PartKind.Statement, PartTexts.Of(statement), statement)),
        .. programme.Projects.Where(project => project.ArchivedOn is null).OrderBy(project => project.Number).SelectMany(project => Of(project, attached)),
        .. programme.Milestones.Where(milestone => milestone.ArchivedOn is null).OrderBy(milestone => milestone.From).ThenBy(milestone => milestone.Id)
            .Select(milestone => new StandingPart(PartKind.Milestone, PartTexts.Of(milestone), milestone, Demonstration: milestone.Demonstration)),
        .. programme.Members.OrderBy(member => member.Position).Select(member => new StandingPart(PartKind.Member, PartTexts.Of(member), member)),
        .. programme.Figures.OrderBy(figure => figure.Position).Select(figure => new StandingPart(PartKind.Figure, PartTexts.Of(figure), figure)),
    ];

    private static string Numbers(ILookup<string, AttachedDocument> attached, string? subject) => subject is null ? "" : DocumentReferences.Of(attached[subject]);

    private static IEnumerable<StandingPart> Of(Project project, ILookup<string, AttachedDocument> attached) =>
    [
        new(PartKind.Project, PartTexts.Of(project), project),
        .. project.Milestones.OrderBy(step => step.Position).Select(step => new StandingPart(PartKind.Step, PartTexts.Of(project.Number, step), step)),
        .. project.Completions.OrderBy(entry => entry.EffectiveOn).ThenBy(entry => entry.Id)
            .Select(entry => new StandingPart(PartKind.Completion, PartTexts.Of(project.Number, entry, Numbers(attached, entry.DocumentsSubject)), entry, entry.RecordedAt)),
    ];
}

internal static class WholeProgrammes
{
    /// <summary>The commune's programme with all that it holds, archived or not; null where it has none.</summary>
    public static Task<Programme?> WholeProgrammeAsync(this CommuneContext db, bool tracked, CancellationToken cancellation)
    {
        var programmes = tracked ? db.Set<Programme>() : db.Set<Programme>().AsNoTracking();
        return programmes
            .Include(programme => programme.Statements)
            .Include(programme => programme.Projects).ThenInclude(project => project.Indicators)
            .Include(programme => programme.Projects).ThenInclude(project => project.Milestones)
            .Include(programme => programme.Projects).ThenInclude(project => project.Completions)
            .Include(programme => programme.Milestones)
            .Include(programme => programme.Members)
            .Include(programme => programme.Figures)
            .AsSplitQuery()
            .OrderBy(programme => programme.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>All networks, also those that the commune has left.</summary>
    public static Task<List<Network>> AllNetworksAsync(this CommuneContext db, bool tracked, CancellationToken cancellation) =>
        (tracked ? db.Set<Network>() : db.Set<Network>().AsNoTracking()).OrderBy(network => network.Position).ThenBy(network => network.Id).ToListAsync(cancellation);

    public static async Task<StandingProgramme> StandingProgrammeAsync(this CommuneContext db, IDocuments documents, CancellationToken cancellation) => await documents.StandingAsync(
        await db.WholeProgrammeAsync(tracked: false, cancellation), await db.AllNetworksAsync(tracked: false, cancellation), unpublished: true, cancellation);

    /// <summary>With the documents that are attached to its parts.</summary>
    public static async Task<StandingProgramme> StandingAsync(
        this IDocuments documents, Programme? programme, IReadOnlyList<Network> networks, bool unpublished, CancellationToken cancellation) =>
        StandingProgramme.Of(programme, networks, await documents.OfAsync(StandingProgramme.SubjectsOf(programme, networks), unpublished, cancellation));
}
