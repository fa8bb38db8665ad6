using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Rows of a plan as the review shows them.</summary>
internal static class PlanReviewRows
{
    private static readonly PlanField[] Long =
    [
        PlanField.Objectives, PlanField.SuccessIndicators, PlanField.Indicators, PlanField.Note, PlanField.Evidence, PlanField.Partners, PlanField.Missing, PlanField.AxisMissing,
        PlanField.Title, PlanField.AxisTitle, PlanField.PlanTitle, PlanField.Frame, PlanField.Goals, PlanField.WayTitle, PlanField.WayPlace, PlanField.WayText,
    ];

    private static readonly PlanColumn[] First =
        [new(PlanField.Title), new(PlanField.AxisTitle), new(PlanField.PlanTitle), new(PlanField.Status), new(PlanField.WayKind), new(PlanField.WayFrom), new(PlanField.WayTitle)];

    public static ReviewRow Of(CheckedRow row, Language language)
    {
        var named = row.Row.Kind switch
        {
            RowKind.Plan => PlanField.PlanTitle,
            RowKind.Way => PlanField.WayTitle,
            _ => row.Row.IsAxis ? PlanField.AxisTitle : PlanField.Title,
        };
        var wrong = row.Problems.Select(problem => problem.Column).ToHashSet();
        return new ReviewRow(row.Row.Key, row.Row.Place, row.Row.Texts, row.Row.Choice, row.Action)
        {
            Kind = row.Row.Kind switch
            {
                RowKind.Content => row.Row.IsAxis ? "Axis" : "Activity",
                RowKind.Way when MachineWord.TryRead<WayKind>(row.Kept[PlanField.WayKind], out var stage) => stage.ToString(),
                var kind => kind.ToString(),
            },
            Number = row.Row.Kind switch
            {
                RowKind.Plan => "",
                RowKind.Way => row.Kept[PlanField.WayFrom],
                _ => row.Row.IsAxis ? row.Kept[PlanField.Axis] : (row.Kept[PlanField.Axis] + "." + row.Kept[PlanField.Number]).Trim('.'),
            },
            Title = row.Row.Texts[named],
            IsHead = row.Row.IsAxis,
            Corrected = row.Row.Corrected,
            Twin = row.Twin,
            TwinRow = row.TwinRow,
            Problems = row.Problems,
            Notes = row.Notes,
            Differences = [.. row.Differences.Select(key => PlanHeadings.Of(PlanColumn.OfKey(key)!.Value, language))],
            Choices = row.Choices,
            Cells =
            [
                .. row.Row.Columns
                    .Where(column => column.Language != Language.Amazigh.Tag || row.Row.Texts[column].Length > 0)
                    .Select(column => Cell(row, column, named, wrong.Contains(column.Key), language)),
            ],
        };
    }

    private static ReviewCell Cell(CheckedRow row, PlanColumn column, PlanField named, bool wrong, Language language)
    {
        var text = row.Row.Texts[column];
        var shown = wrong || row.Kept[column].Length == 0 ? text : PlanHeadings.Shown(column, row.Kept[column], language, row.Documents);
        return new ReviewCell(column.Key, PlanHeadings.Of(column, language), text, shown)
        {
            InHead = column.Field is PlanField.Axis or PlanField.Number || column == new PlanColumn(named),
            IsFirst = column.Field is PlanField.Axis or PlanField.Number || First.Contains(column),
            IsLong = Long.Contains(column.Field) || column.Field.IsReference(),
            Help = column.Field.IsList() ? column.Field.HasCodes() ? "ListHelpCodes" : "ListHelp" : column.Field.IsSource() ? "SourceHelp" : column.Field.IsDocuments() ? "DocumentsHelp" : null,
            Options = column.Field switch
            {
                PlanField.Status => Options<ActivityStatus>(row.Kept[column], PlanHeadings.Of),
                PlanField.Origin => Options<ActivityOrigin>(row.Kept[column], PlanHeadings.Of),
                PlanField.WayKind => Options<WayKind>(row.Kept[column], PlanHeadings.Of),
                _ => [],
            },
        };

        List<CellOption> Options<T>(string kept, Func<T, Language, string> name)
            where T : struct, Enum => [.. Enum.GetValues<T>().Select(word => new CellOption(MachineWord.Of(word), name(word, language), MachineWord.Of(word) == kept))];
    }
}
