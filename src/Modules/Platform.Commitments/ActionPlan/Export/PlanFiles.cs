using Microsoft.Extensions.Localization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.Commitments.ActionPlan.Export;

/// <summary>A table of a file: headings and rows.</summary>
internal sealed record PlanTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>The plan as tables. A row of the import's columns each, so that what is read back is what was written.</summary>
internal static class PlanFiles
{
    private static readonly PlanField[] Always =
        [PlanField.Axis, PlanField.AxisTitle, PlanField.Number, PlanField.Title, PlanField.Priority, PlanField.Status, PlanField.Percent, PlanField.Indicators];

    /// <summary>Axes and activities one after the other in one table: a row without an activity describes its axis.</summary>
    public static PlanTable Whole(StandingPlan plan, Language language, bool demonstration)
    {
        var rows = plan.Axes.SelectMany(axis => axis.Activities.Select(activity => activity.Texts).Prepend(axis.Texts)).ToList();
        return Table(Spread(PlanColumns.All, rows), rows, language, demonstration);
    }

    public static PlanTable Axes(StandingPlan plan, Language language)
    {
        var rows = plan.Axes.Select(axis => axis.Texts).ToList();
        return Table(Spread(PlanColumns.OfAxis, rows), rows, language, null);
    }

    public static PlanTable Activities(StandingPlan plan, Language language, bool demonstration)
    {
        var rows = plan.Activities.Select(activity => activity.Texts).ToList();
        return Table(Spread([new PlanColumn(PlanField.Axis), .. PlanColumns.OfActivity], rows), rows, language, demonstration);
    }

    /// <summary>For reading and printing: an axis after the other, and only the columns that say something.</summary>
    public static IEnumerable<DocxBlock> Document(StandingPlan plan, IStringLocalizer texts, Language language, DateOnly today)
    {
        var card = plan.Plan!;
        yield return new DocxParagraph(texts["Stage" + card.StageAt(today)]);
        if (card.Frame is { } frame)
        {
            yield return new DocxHeading(texts["Frame"], 2);
            yield return new DocxParagraph(frame.In(language));
        }

        if (card.Goals.Count > 0)
        {
            yield return new DocxHeading(texts["Goals"], 2);
            yield return new DocxList([.. card.Goals.Select(goal => goal.In(language))]);
        }

        if (card.Preparation.Count > 0)
        {
            yield return new DocxHeading(texts["Preparation"], 2);
            yield return new DocxList(
                [.. card.Preparation.Select(step => string.Join(" · ", new[] { Formats.Date(step.HeldOn), step.Title.In(language), step.Place?.In(language) }.OfType<string>()))]);
        }

        foreach (var axis in plan.Axes)
        {
            yield return new DocxHeading($"{texts["AxisNumber", axis.Number].Value}: {axis.Texts.Localized(PlanField.AxisTitle)!.In(language)}", 1);
            yield return Compact(PlanColumns.OfAxis, [axis.Texts], language);
            if (axis.Activities.Count > 0)
            {
                yield return Compact(PlanColumns.OfActivity, [.. axis.Activities.Select(WithReference)], language);
            }
        }
    }

    public static DocxTable Compact(IEnumerable<PlanColumn> columns, IReadOnlyList<PlanTexts> rows, Language language)
    {
        var shown = columns.Where(column => (column.Language is null && Always.Contains(column.Field)) || rows.Any(row => row[column].Length > 0)).ToList();
        var table = Table(shown, rows, language, null);
        return new DocxTable(table.Header, table.Rows, [.. shown.Select(Width)]);
    }

    public static PlanTable Table(IReadOnlyList<PlanColumn> columns, IReadOnlyList<PlanTexts> rows, Language language, bool? demonstration)
    {
        var mark = demonstration is { } made ? new object?[] { PlanHeadings.YesOrNo(made, language) } : [];
        return new PlanTable(
            [.. columns.Select(column => PlanHeadings.Of(column, language)), .. demonstration is null ? [] : new[] { PlanHeadings.OfDemonstration(language) }],
            [.. rows.Select(row => (IReadOnlyList<object?>)[.. columns.Select(column => Cell(column, row, language)), .. mark])]);
    }

    /// <summary>Every column, for people to fill; Amazigh only where somebody writes it.</summary>
    private static List<PlanColumn> Spread(IEnumerable<PlanColumn> columns, List<PlanTexts> rows) =>
        [.. columns.Where(column => column.Language != Language.Amazigh.Tag || rows.Exists(row => row[column].Length > 0))];

    private static object? Cell(PlanColumn column, PlanTexts row, Language language)
    {
        var text = row[column];
        return text.Length == 0 ? null : column.Field switch
        {
            PlanField.Number when text.Contains('.', StringComparison.Ordinal) => text,
            PlanField.Axis or PlanField.StandardAxis or PlanField.Number or PlanField.Priority or PlanField.Percent or PlanField.Project => row.Whole(column.Field),
            PlanField.Budget or PlanField.Weight => row.Figure(column.Field),
            PlanField.Since or PlanField.Start or PlanField.End => row.Day(column.Field),
            _ => PlanHeadings.Shown(column, text, language),
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
        PlanField.Title or PlanField.AxisTitle => 9,
        PlanField.Indicators or PlanField.Objectives or PlanField.SuccessIndicators => 8,
        PlanField.Note or PlanField.Evidence or PlanField.Partners or PlanField.Missing or PlanField.AxisMissing or PlanField.Obstacle => 6,
        PlanField.Responsible or PlanField.Origin or PlanField.SaidBy or PlanField.BudgetSource => 5,
        PlanField.Start or PlanField.End or PlanField.Since or PlanField.Budget or PlanField.Status => 4,
        _ => 3,
    };
}
