using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.ActionPlan.Export;

/// <summary>A table of a file: headings and rows.</summary>
internal sealed record PlanTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Shares of the width of a page, where it is meant for one.</summary>
    public IReadOnlyList<int>? Widths { get; init; }
}

/// <summary>The plan as tables. A row of the import's columns each, so that what is read back is what was written.</summary>
internal static class PlanFiles
{
    private static readonly PlanField[] Always =
        [PlanField.Axis, PlanField.AxisTitle, PlanField.Number, PlanField.Title, PlanField.Priority, PlanField.Status, PlanField.Percent, PlanField.Indicators];

    /// <summary>
    /// Everything in one table: a row without an activity describes its axis, one with the day of its recording is an entry of the history, and the last ones
    /// describe the plan and how it came about.
    /// </summary>
    public static PlanTable Whole(StandingPlan plan, DocumentReferences documents, Language language, bool demonstration)
    {
        var content = plan.Axes.SelectMany(axis => axis.Activities.Select(activity => activity.Texts).Prepend(axis.Texts)).ToList();
        var states = plan.Activities.SelectMany(activity => activity.History).ToList();
        List<PlanTexts> card = plan.Plan is { } about ? [plan.Card!, .. PlanTexts.WayOf(about)] : [];
        var columns = Spread(PlanColumns.All, [.. content, .. states.Select(state => state.Texts), .. card]);
        IEnumerable<IReadOnlyList<object?>> rows =
        [
            .. content.Select(row => Row(row, null, demonstration)),
            .. states.Select(state => Row(state.Texts, state.RecordedAt, demonstration || state.Demonstration)),
            .. card.Select(row => Row(row, null, demonstration)),
        ];
        return new PlanTable([.. columns.Select(column => PlanHeadings.Of(column, language)), PlanHeadings.OfDemonstration(language)], [.. rows]);

        IReadOnlyList<object?> Row(PlanTexts texts, DateTime? recorded, bool madeUp) =>
            [.. columns.Select(column => column == PlanColumns.Recorded ? recorded : Cell(column, texts, documents, language)), PlanHeadings.YesOrNo(madeUp, language)];
    }

    /// <summary>Title, frame and goals.</summary>
    private static PlanTable Card(StandingPlan plan, DocumentReferences documents, Language language) =>
        Table(Spread(PlanColumns.OfPlan, [plan.Card!]), [plan.Card!], documents, language, null);

    /// <summary>What was said of the progress of every activity, each with its reference.</summary>
    private static PlanTable History(StandingPlan plan, DocumentReferences documents, Language language, bool demonstration)
    {
        var states = plan.Activities.SelectMany(activity => activity.History.Select(state => state with
        {
            Texts = new PlanTexts(state.Texts) { [PlanField.Number] = activity.Reference },
        })).ToList();
        var columns = PlanColumns.OfState.Where(column => (column.Language is null && !column.Field.IsReference()) || states.Exists(state => state.Texts[column].Length > 0)).ToList();
        return new PlanTable(
            [.. columns.Append(PlanColumns.Recorded).Select(column => PlanHeadings.Of(column, language)), PlanHeadings.OfDemonstration(language)],
            [
                .. states.Select(state => (IReadOnlyList<object?>)
                [
                    .. columns.Select(column => Cell(column, state.Texts, documents, language)), state.RecordedAt, PlanHeadings.YesOrNo(demonstration || state.Demonstration, language),
                ]),
            ])
        {
            Widths = [.. columns.Append(PlanColumns.Recorded).Select(Width), 3],
        };
    }

    private static PlanTable Axes(StandingPlan plan, DocumentReferences documents, Language language)
    {
        var rows = plan.Axes.Select(axis => axis.Texts).ToList();
        return Table(Spread(PlanColumns.OfAxis, rows), rows, documents, language, null);
    }

    private static PlanTable Activities(StandingPlan plan, DocumentReferences documents, Language language, bool demonstration)
    {
        var rows = plan.Activities.Select(activity => activity.Texts).ToList();
        return Table(Spread([new PlanColumn(PlanField.Axis), .. PlanColumns.OfActivity], rows), rows, documents, language, demonstration);
    }

    public static IEnumerable<XlsxSheet> Sheets(StandingPlan plan, DocumentReferences documents, IStringLocalizer texts, Language language, bool demonstration) =>
    [
        Sheet(texts["Axes"], Axes(plan, documents, language)),
        Sheet(texts["Activities"], Activities(plan, documents, language, demonstration)),
        Sheet(texts["History"], History(plan, documents, language, demonstration)),
        Sheet(texts["PlanSheet"], Card(plan, documents, language)),
        .. PlanTexts.WayOf(plan.Plan!) is { Count: > 0 } way ? new[] { Sheet(texts["Way"], Table(Spread(PlanColumns.OfWay, [.. way]), way, documents, language, null)) } : [],
    ];

    /// <summary>For reading and printing: an axis after the other, and only the columns that say something.</summary>
    public static IEnumerable<DocxBlock> Document(StandingPlan plan, DocumentReferences documents, IStringLocalizer texts, Language language, DateOnly today, bool demonstration)
    {
        var card = plan.Plan!;
        yield return new DocxParagraph(texts["Stage" + card.StageAt(today)]);
        yield return Compact(PlanColumns.OfPlan, [plan.Card!], documents, language);
        if (PlanTexts.WayOf(card) is { Count: > 0 } way)
        {
            yield return new DocxHeading(texts["Way"], 2);
            yield return Compact(PlanColumns.OfWay, way, documents, language);
        }

        foreach (var axis in plan.Axes)
        {
            yield return new DocxHeading($"{texts["AxisNumber", axis.Number].Value}: {axis.Texts.Localized(PlanField.AxisTitle)!.In(language)}", 1);
            yield return Compact(PlanColumns.OfAxis, [axis.Texts], documents, language);
            if (axis.Activities.Count > 0)
            {
                yield return Compact(PlanColumns.OfActivity, [.. axis.Activities.Select(WithReference)], documents, language);
            }
        }

        var history = History(plan, documents, language, demonstration);
        if (history.Rows.Count > 0)
        {
            yield return new DocxHeading(texts["History"], 1);
            yield return new DocxTable(history.Header, history.Rows, history.Widths);
        }
    }

    public static DocxTable Compact(IEnumerable<PlanColumn> columns, IReadOnlyList<PlanTexts> rows, DocumentReferences documents, Language language)
    {
        var shown = columns.Where(column => (column.Language is null && Always.Contains(column.Field)) || rows.Any(row => row[column].Length > 0)).ToList();
        var table = Table(shown, rows, documents, language, null);
        return new DocxTable(table.Header, table.Rows, [.. shown.Select(Width)]);
    }

    public static PlanTable Table(IReadOnlyList<PlanColumn> columns, IReadOnlyList<PlanTexts> rows, DocumentReferences documents, Language language, bool? demonstration)
    {
        var mark = demonstration is { } made ? new object?[] { PlanHeadings.YesOrNo(made, language) } : [];
        return new PlanTable(
            [.. columns.Select(column => PlanHeadings.Of(column, language)), .. demonstration is null ? [] : new[] { PlanHeadings.OfDemonstration(language) }],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => Cell(column, row, documents, language)), .. mark])]);
    }

    private static XlsxSheet Sheet(string name, PlanTable table) => new(name, table.Header, table.Rows);

    /// <summary>Every column, for people to fill; Amazigh and references only where there are some.</summary>
    private static List<PlanColumn> Spread(IEnumerable<PlanColumn> columns, List<PlanTexts> rows) =>
        [.. columns.Where(column => (column.Language != Language.Amazigh.Tag && !column.Field.IsReference()) || rows.Exists(row => row[column].Length > 0))];

    private static object? Cell(PlanColumn column, PlanTexts row, DocumentReferences documents, Language language)
    {
        var text = row[column];
        return text.Length == 0 ? null : column.Field switch
        {
            PlanField.Number when text.Contains('.', StringComparison.Ordinal) => text,
            PlanField.Axis or PlanField.StandardAxis or PlanField.Number or PlanField.Priority or PlanField.Percent or PlanField.Project => row.Whole(column.Field),
            PlanField.Budget or PlanField.Weight => row.Figure(column.Field),
            PlanField.Since or PlanField.Start or PlanField.End or PlanField.WayFrom or PlanField.WayTo or PlanField.WayForce => row.Day(column.Field),
            _ => PlanHeadings.Shown(column, text, language, documents),
        };
    }

    private static PlanTexts WithReference(StandingActivity activity)
    {
        // The axis stands above the table, not in it: the number tells it.
        var texts = new PlanTexts(activity.Texts) { [PlanField.Number] = activity.Reference };
        return texts;
    }

    private static int Width(PlanColumn column) => column.Field switch
    {
        PlanField.Title or PlanField.AxisTitle or PlanField.PlanTitle or PlanField.WayTitle => 9,
        PlanField.Indicators or PlanField.Objectives or PlanField.SuccessIndicators or PlanField.Frame or PlanField.Goals or PlanField.WayText => 8,
        PlanField.Note or PlanField.Evidence or PlanField.Partners or PlanField.Missing or PlanField.AxisMissing or PlanField.Obstacle or PlanField.WayPlace => 6,
        PlanField.Responsible or PlanField.Origin or PlanField.SaidBy or PlanField.BudgetSource => 5,
        PlanField.Start or PlanField.End or PlanField.Since or PlanField.Budget or PlanField.Status or PlanField.Recorded
            or PlanField.WayKind or PlanField.WayFrom or PlanField.WayTo or PlanField.WayForce => 4,
        _ when column.Field.IsReference() => 7,
        _ => 3,
    };
}
