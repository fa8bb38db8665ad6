using System.Globalization;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Rows of a programme as the review shows them, and how many of them do what.</summary>
internal static class ProgrammeReviewRows
{
    public static ReviewRow Of(CheckedPart row, Language language)
    {
        var named = PartColumns.NameOf(row.Kind);
        var wrong = row.Problems.Select(problem => problem.Column).ToHashSet();
        return new ReviewRow(row.Row.Key, row.Row.Place, row.Row.Texts, row.Row.Choice, row.Action)
        {
            Kind = row.Kind.ToString(),
            Number = row.Kind switch
            {
                PartKind.Project or PartKind.Step or PartKind.Completion => row.Kept[PartField.Number],
                PartKind.Milestone => row.Kept[PartField.MilestoneFrom],
                PartKind.Adoption => row.Kept[PartField.AdoptedOn],
                _ => "",
            },
            Title = PartHeadings.Shown(new PartColumn(named), row.Kept[named].Length > 0 ? row.Kept[named] : row.Row.Texts[named], language, row.Documents),
            Within = row.Kind switch
            {
                PartKind.Statement => Word(PartField.List),
                PartKind.Member => Word(PartField.Group),
                _ => null,
            },
            IsHead = row.Kind == PartKind.Project,
            Corrected = row.Row.Corrected,
            Twin = row.Twin is null ? null : row.Kind == PartKind.Project ? row.Kept.Whole(PartField.Number)?.ToString(CultureInfo.InvariantCulture) ?? "" : "",
            TwinRow = row.TwinRow,
            Problems = row.Problems,
            Notes = row.Notes,
            Differences = [.. row.Differences.Select(key => PartHeadings.Of(PartColumn.OfKey(key)!.Value, language))],
            Choices = row.Choices,
            Cells =
            [
                .. row.Row.Columns
                    .Where(column => column.Language != Language.Amazigh.Tag || row.Row.Texts[column].Length > 0)
                    .Select(column => Cell(row, column, named, wrong.Contains(column.Key), language)),
            ],
        };

        string Word(PartField field) => PartHeadings.Shown(new PartColumn(field), row.Kept[field], language, row.Documents);
    }

    public static IReadOnlyList<ImportCount> Count(IReadOnlyList<CheckedPart> rows) => Count(
        (kind, added) => rows.Count(row => row.Kind == kind && row.Action == (added ? RowChoice.Add : RowChoice.Update)), rows.Count(row => row.Action == RowChoice.Skip));

    public static IReadOnlyList<ImportCount> Count(ProgrammeOutcome outcome) =>
        Count((kind, added) => added ? outcome.Added(kind) : outcome.Updated(kind), outcome.Skipped);

    private static IReadOnlyList<ImportCount> Count(Func<PartKind, bool, int> count, int skipped)
    {
        var others = Enum.GetValues<PartKind>().Where(kind => kind != PartKind.Project).ToList();
        return
        [
            new("ProjectsAdded", count(PartKind.Project, true)),
            new("ProjectsUpdated", count(PartKind.Project, false)),
            new("PartsAdded", others.Sum(kind => count(kind, true))),
            new("PartsUpdated", others.Sum(kind => count(kind, false))),
            new("RowsSkipped", skipped),
        ];
    }

    private static ReviewCell Cell(CheckedPart row, PartColumn column, PartField named, bool wrong, Language language)
    {
        var text = row.Row.Texts[column];
        var shown = wrong || row.Kept[column].Length == 0 ? text : PartHeadings.Shown(column, row.Kept[column], language, row.Documents);
        return new ReviewCell(column.Key, PartHeadings.Of(column, language), text, shown)
        {
            InHead = column == new PartColumn(named) || column.Field == PartField.Number,
            IsFirst = column == new PartColumn(named) || column.Field is PartField.Number or PartField.List or PartField.Group or PartField.AdoptedOn or PartField.MilestoneFrom or PartField.Since or PartField.Value,
            IsLong = column.Field.HasLanguages() || column.Field.IsReference(),
            Help = column.Field.IsList() ? "ListHelp" : column.Field.IsSource() ? "SourceHelp" : column.Field.IsDocuments() ? "DocumentsHelp" : null,
            Options = [.. PartHeadings.Words(column.Field).Select(word => new CellOption(word, PartHeadings.Word(column.Field, word, language), row.Kept[column] == word))],
        };
    }
}
