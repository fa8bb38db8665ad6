using System.Globalization;
using Platform.Commitments.ActionPlan;
using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Commitments.Sources;
using Platform.Data.Seeding;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>Brings the texts of a row into the form that is kept, and tells what cannot be.</summary>
internal sealed class PartRules(PartKind kind, DocumentReferences documents, DateOnly today)
{
    public const int LongestTitle = 600;
    public const int LongestItem = 1000;
    public const int LongestText = 5000;

    /// <summary>All items of a list together; a cell of a spreadsheet holds little more.</summary>
    public const int LongestList = 32_000;

    private readonly List<RowProblem> problems = [];
    private readonly PartTexts kept = [];

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
        return (rules.kept, rules.problems);
    }

    private void Read(PartColumn column, string text)
    {
        switch (column.Field)
        {
            case PartField.Number or PartField.CardNumber:
                Whole(column, text, 1, Project.HighestNumber);
                break;
            case PartField.Value:
                Keep(
                    column, ValueReader.Figure(text) is { } count and >= 0 and <= int.MaxValue && count == decimal.Truncate(count) ? Text((int)count) : null,
                    "Whole", Text(0), Text(int.MaxValue));
                break;
            case var field when field.IsDay():
                Keep(column, ValueReader.Day(text, field is PartField.RunsTo or PartField.StepDue) is { } day ? ValueReader.Written(day) : null, "Day", text);
                break;
            case var field when field.IsWord():
                Keep(column, ProgrammeWords.Known.Word(field, text), "Word", text);
                break;
            case var field when field.IsSource():
                Source(column, text);
                break;
            case var field when field.IsDocuments():
                kept[column] = documents.Read(text).Kept;
                break;
            case PartField.NetworkLink:
                Keep(
                    column, Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && text.Trim().Length <= Network.LinkLength ? text.Trim() : null,
                    "Address");
                break;
            case PartField.NetworkName or PartField.NetworkCharter:
                Words(column, RowCells.Line(text), LongestTitle);
                break;
            case PartField.Name:
                Words(column, RowCells.Line(text), CommitteeMember.NameLength);
                break;
            case PartField.Deliberation:
                Words(column, RowCells.Line(text), Programme.DeliberationLength);
                break;
            case PartField.DecisionNumber:
                Words(column, RowCells.Line(text), Programme.DecisionNumberLength);
                break;
            case var field when field.IsList():
                Words(column, string.Join('\n', text.Split('\n').Select(RowCells.Line)).Trim('\n'), LongestList);
                break;
            case PartField.Item:
                Words(column, text.Trim(), LongestItem);
                break;
            case PartField.Problem or PartField.Solutions or PartField.Funding or PartField.DecisionText or PartField.Note or PartField.Explanation or PartField.Evidence or PartField.Partners:
                Words(column, text.Trim(), LongestText);
                break;
            default:
                Words(column, text.Trim(), LongestTitle);
                break;
        }
    }

    private void Defaults()
    {
        if (kind == PartKind.Milestone && kept[PartField.Precision].Length == 0 && !Has(PartField.Precision))
        {
            kept[PartField.Precision] = PlanWord.Of(DatePrecision.Day);
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
        foreach (var field in needed.Where(field => (field.HasLanguages() ? kept.Localized(field) is null : kept[field].Length == 0) && !Has(field)))
        {
            problems.Add(new RowProblem(new PartColumn(field).Key, field.IsWord() ? "WordMissing" : field.IsDay() ? "DayMissing" : "Missing"));
        }
    }

    /// <summary>What one column says of another, and of today.</summary>
    private void Together()
    {
        Refuse(kept.Day(PartField.RunsTo) < kept.Day(PartField.RunsFrom), PartField.RunsTo, "EndBeforeStart");
        Refuse(kept.Day(PartField.MilestoneTo) < kept.Day(PartField.MilestoneFrom), PartField.MilestoneTo, "EndBeforeStart");
        Refuse(kept.Day(PartField.AdoptedOn) > today, PartField.AdoptedOn, "AdoptionInFuture");
        Refuse(kept.Day(PartField.Since) > today, PartField.Since, "SinceInFuture");
        Refuse(kept.Day(PartField.StepDone) > today, PartField.StepDone, "NotYet");
        Refuse(kept.Day(PartField.JoinedOn) > today, PartField.JoinedOn, "NotYet");
        Refuse(kept.Day(PartField.LeftOn) < kept.Day(PartField.JoinedOn), PartField.LeftOn, "EndBeforeStart");
        Refuse(kept[PartField.Kept].Length > 0 && kept.Day(PartField.MilestoneFrom) > today, PartField.Kept, "NotYet");
    }

    private void Whole(PartColumn column, string text, int least, int most) =>
        Keep(column, ValueReader.Whole(text) is { } number && number >= least && number <= most ? Text(number) : null, "Whole", Text(least), Text(most));

    private void Source(PartColumn column, string text)
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

    private void Words(PartColumn column, string text, int longest)
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

    private void Keep(PartColumn column, string? text, string rule, params string[] values)
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

    private void Refuse(bool wrong, PartField field, string rule)
    {
        if (wrong)
        {
            problems.Add(new RowProblem(new PartColumn(field).Key, rule));
        }
    }

    private bool Has(PartField field) => problems.Exists(problem => problem.Column == new PartColumn(field).Key);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
