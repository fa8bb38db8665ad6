using System.Globalization;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>A row with what the rules found.</summary>
/// <param name="Kept">Its texts as they would be kept.</param>
/// <param name="Twin">The same part of the programme.</param>
/// <param name="TwinRow">Key of the row of the file that says the same.</param>
/// <param name="Differences">Keys of the columns in which the file says something else than the programme.</param>
internal sealed record CheckedPart(
    ProgrammeRow Row,
    PartTexts Kept,
    IReadOnlyList<RowProblem> Problems,
    IReadOnlyList<ImportNote> Notes,
    StandingPart? Twin,
    int? TwinRow,
    IReadOnlyList<string> Differences,
    IReadOnlyList<RowChoice> Choices,
    RowChoice Action)
{
    /// <summary>How attached documents are shown.</summary>
    public DocumentReferences Documents { get; init; } = DocumentReferences.None;

    public PartKind Kind => Row.Kind;

    /// <summary>Records the adoption by the council, which somebody has to confirm.</summary>
    public bool Adopts => Kind == PartKind.Adoption && Action != RowChoice.Skip;
}

/// <summary>The whole draft against the rules and the programme as it stands now.</summary>
internal sealed class ProgrammeCheck
{
    private readonly StandingProgramme programme;
    private readonly DocumentReferences documents;
    private readonly bool updates;
    private readonly DateOnly today;
    private readonly Dictionary<(PartKind Kind, string Identity), int> seen = [];
    private readonly HashSet<int> added = [];

    private ProgrammeCheck(StandingProgramme programme, DocumentReferences documents, bool updates, DateOnly today) =>
        (this.programme, this.documents, this.updates, this.today) = (programme, documents, updates, today);

    /// <param name="documents">Knows the documents that the rows name.</param>
    /// <param name="updates">What the programme has already is brought to what the file says, unless a row says otherwise; if not, it is left alone.</param>
    public static IReadOnlyList<CheckedPart> Of(IReadOnlyList<ProgrammeRow> rows, StandingProgramme programme, DocumentReferences documents, bool updates, DateOnly today)
    {
        var check = new ProgrammeCheck(programme, documents, updates, today);

        // Projects first: a step can stand before the row of its project.
        var projects = rows.Where(row => row.Kind == PartKind.Project).ToDictionary(row => row.Key, check.Row);
        check.added.UnionWith(projects.Values.Where(row => row.Action == RowChoice.Add).Select(row => row.Kept.Whole(PartField.Number)).OfType<int>());
        return [.. rows.Select(row => projects.GetValueOrDefault(row.Key) ?? check.Row(row))];
    }

    private CheckedPart Row(ProgrammeRow row)
    {
        var (kept, found) = PartRules.Read(row.Kind, row.Texts, documents, today);
        List<RowProblem> problems = [.. found];
        var identity = kept.Identity(row.Kind);
        var there = programme.Find(row.Kind, identity);
        var twinRow = problems.Count == 0 && seen.TryGetValue((row.Kind, identity), out var first) ? first : (int?)null;
        if (row.Kind == PartKind.Project)
        {
            Project(kept, there, problems);
        }
        else if (row.Kind is PartKind.Step or PartKind.Completion && kept.Whole(PartField.Number) is { } number && !IsKnown(number))
        {
            problems.Add(new RowProblem(new PartColumn(PartField.Number).Key, "ProjectUnknown", kept[PartField.Number]));
        }

        // A column that the file leaves empty says nothing about the programme.
        List<string> differences = there is null ? [] : [.. kept.Where(text => Differs(text.Key, text.Value, there.Texts)).Select(text => text.Key)];
        var decided = Decided(row, kept, problems, there, twinRow, differences);
        if (problems.Count == 0 && decided.Action != RowChoice.Skip)
        {
            seen.TryAdd((row.Kind, identity), row.Key);
        }

        return decided;
    }

    /// <summary>Documents of a completion came with it, or never.</summary>
    private static bool Differs(string key, string kept, PartTexts there)
    {
        var own = there.GetValueOrDefault(key, "");
        return PartColumn.OfKey(key)!.Value.Field switch
        {
            PartField.CompletionDocuments => false,
            var field when field.IsDocuments() => DocumentReferences.AddsTo(own, kept),
            _ => own != kept,
        };
    }

    private void Project(PartTexts kept, StandingPart? there, List<RowProblem> problems)
    {
        if (kept.Whole(PartField.Number) is { } number && programme.Archived.Contains(number))
        {
            problems.Add(new RowProblem(new PartColumn(PartField.Number).Key, "NumberArchived", number.ToString(CultureInfo.InvariantCulture)));
        }

        if (there is null && kept.Localized(PartField.Title) is null && !problems.Exists(problem => problem.Column == new PartColumn(PartField.Title).Key))
        {
            problems.Add(new RowProblem(new PartColumn(PartField.Title).Key, "Missing"));
        }
    }

    private bool IsKnown(int project) => added.Contains(project) || programme.OfProject(PartKind.Project, project).Any();

    private CheckedPart Decided(ProgrammeRow row, PartTexts kept, List<RowProblem> problems, StandingPart? there, int? twinRow, List<string> differences)
    {
        var notes = row.Columns.Where(column => column.Field.IsDocuments()).SelectMany(column => documents.Read(row.Texts[column]).Elsewhere)
            .Select(line => new ImportNote("DocumentElsewhere", line)).ToList();
        if (kept.Localized(PartColumns.NameOf(row.Kind)) is { } name && PartColumns.NameOf(row.Kind).HasLanguages() && !name.Ar.Any(c => c is >= '\u0621' and <= '\u064A'))
        {
            notes.Add(new ImportNote("NoArabic", ""));
        }

        RowChoice[] choices = there is null ? [RowChoice.Add, RowChoice.Skip]
            : differences.Count > 0 || problems.Count > 0 ? [RowChoice.Update, RowChoice.Skip]
            : [RowChoice.Skip];
        var suggested = twinRow is not null || (there is not null && (!updates || differences.Count == 0)) ? RowChoice.Skip : choices[0];
        if (row.Kind == PartKind.Adoption && choices.Length > 1)
        {
            // An official act: it is shown, and brought in only where somebody chooses so.
            suggested = RowChoice.Skip;
            notes.Add(new ImportNote("AdoptionIsAnAct", ""));
        }

        return new CheckedPart(row, kept, problems, notes, there, twinRow, differences, choices, choices.Contains(row.Choice) ? row.Choice : suggested) { Documents = documents };
    }
}
