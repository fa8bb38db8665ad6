using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Brings the texts of a row into the form that is kept, and tells what cannot be.</summary>
internal sealed class PartRules(PartKind kind, DocumentReferences documents, DateOnly today) : CellRules<PartTexts>([])
{
    private const int LongestItem = 1000;
    private const int LongestText = 5000;

    public static (PartTexts Kept, IReadOnlyList<RowProblem> Problems) Read(PartKind kind, PartTexts texts, DocumentReferences documents, DateOnly today)
    {
        var rules = new PartRules(kind, documents, today);
        foreach (var column in PartColumns.Of(kind))
        {
            if (texts[column] is { Length: > 0 } text)
            {
                rules.Read(column, text);
            }
        }

        rules.Defaults();
        rules.Demand();
        rules.Together();
        return (rules.Kept, rules.Problems);
    }

    private void Read(PartColumn column, string text)
    {
        switch (column.Field)
        {
            case PartField.Number or PartField.CardNumber:
                Whole(column.Key, text, 1, Project.HighestNumber);
                break;
            case PartField.Value:
                Keep(
                    column.Key, ValueReader.Figure(text) is { } count and >= 0 and <= int.MaxValue && count == decimal.Truncate(count) ? Text((int)count) : null,
                    "Whole", Text(0), Text(int.MaxValue));
                break;
            case var field when field.IsDay():
                Keep(column.Key, ValueReader.Day(text, field is PartField.RunsTo or PartField.StepDue) is { } day ? ValueReader.Written(day) : null, "Day", text);
                break;
            case var field when field.IsWord():
                Keep(column.Key, ProgrammeWords.Known.Word(field, text), "Word", text);
                break;
            case var field when field.IsSource():
                Source(column.Key, text);
                break;
            case var field when field.IsDocuments():
                Kept[column] = documents.Read(text).Kept;
                break;
            case PartField.NetworkLink:
                Keep(
                    column.Key, Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && text.Trim().Length <= Network.LinkLength ? text.Trim() : null,
                    "Address");
                break;
            case PartField.NetworkName or PartField.NetworkCharter:
                Words(column.Key, RowCells.Line(text), LongestTitle);
                break;
            case PartField.Name:
                Words(column.Key, RowCells.Line(text), CommitteeMember.NameLength);
                break;
            case PartField.Deliberation:
                Words(column.Key, RowCells.Line(text), Programme.DeliberationLength);
                break;
            case PartField.DecisionNumber:
                Words(column.Key, RowCells.Line(text), Programme.DecisionNumberLength);
                break;
            case var field when field.IsList():
                Items(column.Key, text);
                break;
            case PartField.Item:
                Words(column.Key, text.Trim(), LongestItem);
                break;
            case PartField.Problem or PartField.Solutions or PartField.Funding or PartField.DecisionText or PartField.Note or PartField.Explanation or PartField.Evidence or PartField.Partners:
                Words(column.Key, text.Trim(), LongestText);
                break;
            default:
                Words(column.Key, text.Trim(), LongestTitle);
                break;
        }
    }

    private void Defaults()
    {
        if (kind == PartKind.Milestone && Kept[PartField.Precision].Length == 0 && !Has(PartField.Precision))
        {
            Kept[PartField.Precision] = MachineWord.Of(DatePrecision.Day);
        }
    }

    private void Demand()
    {
        PartField[] needed = kind switch
        {
            PartKind.Adoption => [PartField.AdoptedOn],
            PartKind.Statement => [PartField.List, PartField.Item],
            PartKind.Project => [PartField.Number],
            PartKind.Step => [PartField.Number, PartField.StepTitle],
            PartKind.Completion => [PartField.Number, PartField.Completion, PartField.Since],
            PartKind.Milestone => [PartField.MilestoneTitle, PartField.MilestoneFrom],
            PartKind.Member => [PartField.Name, PartField.Group],
            PartKind.Figure => [PartField.Label, PartField.Value],
            PartKind.Network => [PartField.NetworkName],
            _ => [],
        };
        foreach (var field in needed.Where(field => (field.HasLanguages() ? Kept.Localized(field) is null : Kept[field].Length == 0) && !Has(field)))
        {
            Problems.Add(new RowProblem(new PartColumn(field).Key, field.IsWord() ? "WordMissing" : field.IsDay() ? "DayMissing" : "Missing"));
        }
    }

    /// <summary>What one column says of another, and of today.</summary>
    private void Together()
    {
        Refuse(Kept.Day(PartField.RunsTo) < Kept.Day(PartField.RunsFrom), PartField.RunsTo, "EndBeforeStart");
        Refuse(Kept.Day(PartField.MilestoneTo) < Kept.Day(PartField.MilestoneFrom), PartField.MilestoneTo, "EndBeforeStart");
        Refuse(Kept.Day(PartField.AdoptedOn) > today, PartField.AdoptedOn, "AdoptionInFuture");
        Refuse(Kept.Day(PartField.Since) > today, PartField.Since, "SinceInFuture");
        Refuse(Kept.Day(PartField.StepDone) > today, PartField.StepDone, "NotYet");
        Refuse(Kept.Day(PartField.JoinedOn) > today, PartField.JoinedOn, "NotYet");
        Refuse(Kept.Day(PartField.LeftOn) < Kept.Day(PartField.JoinedOn), PartField.LeftOn, "EndBeforeStart");
        Refuse(Kept[PartField.Kept].Length > 0 && Kept.Day(PartField.MilestoneFrom) > today, PartField.Kept, "NotYet");
    }

    private void Refuse(bool wrong, PartField field, string rule)
    {
        if (wrong)
        {
            Problems.Add(new RowProblem(new PartColumn(field).Key, rule));
        }
    }

    private bool Has(PartField field) => Problems.Exists(problem => problem.Column == new PartColumn(field).Key);
}
