using System.Globalization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Brings the texts of a row into the form that is kept, and tells what cannot be.</summary>
internal sealed class RowRules(DocumentReferences documents, DateOnly today)
{
    public const int LongestTitle = 600;
    public const int LongestText = 4000;
    public const int LongestFrame = 5000;

    /// <summary>All items of a list together; a cell of a spreadsheet holds little more.</summary>
    public const int LongestList = 32_000;
    private const decimal HighestBudget = 100_000_000_000m;
    private const decimal HighestWeight = 1000;

    private readonly List<RowProblem> problems = [];
    private readonly PlanTexts kept = [];

    public static (PlanTexts Kept, IReadOnlyList<RowProblem> Problems) Read(PlanTexts texts, DocumentReferences documents, DateOnly today)
    {
        var rules = new RowRules(documents, today);
        foreach (var column in PlanColumns.All)
        {
            if (texts[column] is { Length: > 0 } text)
            {
                rules.Read(column, text);
            }
        }

        rules.Together();
        return (rules.kept, rules.problems);
    }

    private void Read(PlanColumn column, string text)
    {
        switch (column.Field)
        {
            case PlanField.Axis or PlanField.StandardAxis:
                Whole(column, text, 1, ActionPlan.Axis.HighestNumber);
                break;
            case PlanField.Number:
                Whole(column, text, 1, Activity.HighestNumber);
                break;
            case PlanField.Project:
                Whole(column, text, 1, int.MaxValue);
                break;
            case PlanField.Priority:
                Keep(column, ValueReader.Priority(text) is { } priority and >= 1 and <= Activity.LowestPriority ? Text(priority) : null, "Priority");
                break;
            case PlanField.Percent:
                Keep(column, ValueReader.Percent(text) is { } percent and >= 0 and <= ProgressEntry.Full ? Text(percent) : null, "Percent");
                break;
            case PlanField.Status:
                Keep(column, ValueReader.Status(text) is { } status ? PlanWord.Of(status) : null, "Status", text);
                break;
            case PlanField.Origin:
                Keep(column, ValueReader.Origin(text) is { } origin ? PlanWord.Of(origin) : null, "Origin", text);
                break;
            case PlanField.Budget:
                Keep(column, ValueReader.Amount(text) is { } amount and >= 0 and < HighestBudget ? Text(amount) : null, "Budget", text);
                break;
            case PlanField.Weight:
                Keep(column, ValueReader.Figure(text) is { } weight and > 0 and <= HighestWeight ? Text(weight) : null, "Weight");
                break;
            case PlanField.WayKind:
                Keep(column, ValueReader.Step(text) is { } step ? PlanWord.Of(step) : null, "WayKind", text);
                break;
            case PlanField.Since or PlanField.Start or PlanField.End or PlanField.WayFrom or PlanField.WayTo or PlanField.WayForce:
                Keep(column, ValueReader.Day(text, column.Field == PlanField.End) is { } day ? ValueReader.Written(day) : null, "Day", text);
                break;
            case PlanField.Title or PlanField.AxisTitle or PlanField.PlanTitle or PlanField.WayTitle:
                Words(column, RowCells.Line(text), LongestTitle);
                break;
            case var field when field.IsSource():
                Source(column, text);
                break;
            case var field when field.IsDocuments():
                kept[column] = documents.Read(text).Kept;
                break;
            case var field when field.IsList():
                Words(column, string.Join('\n', text.Split('\n').Select(RowCells.Line)).Trim('\n'), LongestList);
                break;
            case PlanField.Frame or PlanField.WayText:
                Words(column, text.Trim(), LongestFrame);
                break;
            default:
                Words(column, text.Trim(), LongestText);
                break;
        }
    }

    /// <summary>What one column says of another.</summary>
    private void Together()
    {
        if (kept.Day(PlanField.End) < kept.Day(PlanField.Start))
        {
            Refuse(PlanField.End, "EndBeforeStart");
        }

        if (kept.Day(PlanField.WayTo) < kept.Day(PlanField.WayFrom))
        {
            Refuse(PlanField.WayTo, "EndBeforeStart");
        }

        if (kept.Day(PlanField.Since) > today)
        {
            Refuse(PlanField.Since, "SinceInFuture");
        }

        // A status without a share, or a share without a status, says the other where only one fits.
        var (status, percent) = (kept[PlanField.Status], kept[PlanField.Percent]);
        if (status.Length > 0 && percent.Length == 0)
        {
            kept[PlanField.Percent] = status == PlanWord.Of(ActivityStatus.Completed) ? Text(ProgressEntry.Full) : Text(0);
        }
        else if (status.Length == 0 && kept.Whole(PlanField.Percent) is { } share)
        {
            kept[PlanField.Status] = PlanWord.Of(share switch
            {
                0 => ActivityStatus.Planned,
                ProgressEntry.Full => ActivityStatus.Completed,
                _ => ActivityStatus.InProgress,
            });
        }
        else if (PlanWord.TryRead<ActivityStatus>(status, out var known) && kept.Whole(PlanField.Percent) is { } told && !ProgressEntry.Fits(known, told))
        {
            Refuse(PlanField.Percent, known == ActivityStatus.Completed ? "PercentOfCompleted" : "PercentOfPlanned");
        }
    }

    private void Whole(PlanColumn column, string text, int least, int most) =>
        Keep(column, ValueReader.Whole(text) is { } number && number >= least && number <= most ? Text(number) : null, "Whole", Text(least), Text(most));

    private void Source(PlanColumn column, string text)
    {
        var (document, section) = SourceNames.Read(text);
        var (length, longest) = document.Length > SeedSource.DocumentLength ? (document.Length, SeedSource.DocumentLength) : (section.Length, SeedSource.SectionLength);
        if (length > longest)
        {
            problems.Add(new RowProblem(column.Key, "TooLong", Text(longest), Text(length)));
        }
        else
        {
            kept[column] = section.Length == 0 ? document : document + "\n" + section;
        }
    }

    private void Words(PlanColumn column, string text, int longest)
    {
        if (text.Length > longest)
        {
            problems.Add(new RowProblem(column.Key, "TooLong", Text(longest), Text(text.Length)));
        }
        else
        {
            kept[column] = text;
        }
    }

    private void Keep(PlanColumn column, string? text, string rule, params string[] values)
    {
        if (text is null)
        {
            problems.Add(new RowProblem(column.Key, rule, [.. values.Select(value => value.Length > 80 ? value[..80] + "…" : value)]));
        }
        else
        {
            kept[column] = text;
        }
    }

    private void Refuse(PlanField field, string rule) => problems.Add(new RowProblem(new PlanColumn(field).Key, rule));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal figure) => figure.ToString("0.####", CultureInfo.InvariantCulture);
}
