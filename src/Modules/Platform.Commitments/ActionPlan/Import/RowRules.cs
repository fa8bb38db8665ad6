using System.Globalization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Brings the texts of a row into the form that is kept, and tells what cannot be.</summary>
internal sealed class RowRules(DocumentReferences documents, DateOnly today) : CellRules<PlanTexts>([])
{
    private const int LongestText = 4000;
    private const int LongestFrame = 5000;

    private const decimal HighestBudget = 100_000_000_000m;
    private const decimal HighestWeight = 1000;

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
        return (rules.Kept, rules.Problems);
    }

    private void Read(PlanColumn column, string text)
    {
        switch (column.Field)
        {
            case PlanField.Axis or PlanField.StandardAxis:
                Whole(column.Key, text, 1, ActionPlan.Axis.HighestNumber);
                break;
            case PlanField.Number:
                Whole(column.Key, text, 1, Activity.HighestNumber);
                break;
            case PlanField.Project:
                Whole(column.Key, text, 1, int.MaxValue);
                break;
            case PlanField.Priority:
                Keep(column.Key, ValueReader.Priority(text) is { } priority and >= 1 and <= Activity.LowestPriority ? Text(priority) : null, "Priority");
                break;
            case PlanField.Percent:
                Keep(column.Key, ValueReader.Percent(text) is { } percent and >= 0 and <= ProgressEntry.Full ? Text(percent) : null, "Percent");
                break;
            case PlanField.Status:
                Keep(column.Key, ValueReader.Status(text) is { } status ? MachineWord.Of(status) : null, "Status", text);
                break;
            case PlanField.Origin:
                Keep(column.Key, ValueReader.Origin(text) is { } origin ? MachineWord.Of(origin) : null, "Origin", text);
                break;
            case PlanField.Budget:
                Keep(column.Key, ValueReader.Amount(text) is { } amount and >= 0 and < HighestBudget ? Text(amount) : null, "Budget", text);
                break;
            case PlanField.Weight:
                Keep(column.Key, ValueReader.Figure(text) is { } weight and > 0 and <= HighestWeight ? Text(weight) : null, "Weight");
                break;
            case PlanField.WayKind:
                Keep(column.Key, ValueReader.Step(text) is { } step ? MachineWord.Of(step) : null, "WayKind", text);
                break;
            case PlanField.Since or PlanField.Start or PlanField.End or PlanField.WayFrom or PlanField.WayTo or PlanField.WayForce:
                Keep(column.Key, ValueReader.Day(text, column.Field == PlanField.End) is { } day ? ValueReader.Written(day) : null, "Day", text);
                break;
            case PlanField.Title or PlanField.AxisTitle or PlanField.PlanTitle or PlanField.WayTitle:
                Words(column.Key, RowCells.Line(text), LongestTitle);
                break;
            case var field when field.IsSource():
                Source(column.Key, text);
                break;
            case var field when field.IsDocuments():
                Kept[column] = documents.Read(text).Kept;
                break;
            case var field when field.IsList():
                Items(column.Key, text);
                break;
            case PlanField.Frame or PlanField.WayText:
                Words(column.Key, text.Trim(), LongestFrame);
                break;
            default:
                Words(column.Key, text.Trim(), LongestText);
                break;
        }
    }

    /// <summary>What one column says of another.</summary>
    private void Together()
    {
        if (Kept.Day(PlanField.End) < Kept.Day(PlanField.Start))
        {
            Refuse(PlanField.End, "EndBeforeStart");
        }

        if (Kept.Day(PlanField.WayTo) < Kept.Day(PlanField.WayFrom))
        {
            Refuse(PlanField.WayTo, "EndBeforeStart");
        }

        if (Kept.Day(PlanField.Since) > today)
        {
            Refuse(PlanField.Since, "SinceInFuture");
        }

        // A status without a share, or a share without a status, says the other where only one fits.
        var (status, percent) = (Kept[PlanField.Status], Kept[PlanField.Percent]);
        if (status.Length > 0 && percent.Length == 0)
        {
            Kept[PlanField.Percent] = status == MachineWord.Of(ActivityStatus.Completed) ? Text(ProgressEntry.Full) : Text(0);
        }
        else if (status.Length == 0 && Kept.Whole(PlanField.Percent) is { } share)
        {
            Kept[PlanField.Status] = MachineWord.Of(share switch
            {
                0 => ActivityStatus.Planned,
                ProgressEntry.Full => ActivityStatus.Completed,
                _ => ActivityStatus.InProgress,
            });
        }
        else if (MachineWord.TryRead<ActivityStatus>(status, out var known) && Kept.Whole(PlanField.Percent) is { } told && !ProgressEntry.Fits(known, told))
        {
            Refuse(PlanField.Percent, known == ActivityStatus.Completed ? "PercentOfCompleted" : "PercentOfPlanned");
        }
    }

    private void Refuse(PlanField field, string rule) => Problems.Add(new RowProblem(new PlanColumn(field).Key, rule));

    private static string Text(decimal figure) => figure.ToString("0.####", CultureInfo.InvariantCulture);
}
