using System.Globalization;
using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Gathers rows in the order of the file and gives every axis a number: its own, that of the plan's axis of the same title, or the next one.</summary>
internal sealed class RowCollector(IReadOnlyList<(int Number, string Title)> axes)
{
    private readonly List<ImportRow> rows = [];
    private readonly List<ImportNote> notes = [];
    private readonly Dictionary<int, ImportRow> axisRows = [];
    private readonly Dictionary<string, int> numbers = [];
    private ImportRow? plan;

    public void Note(string kind, string value)
    {
        var note = new ImportNote(kind, value);
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    /// <summary>Enters the axis where it is met first, and fills what is told of it later.</summary>
    /// <returns>Its number as text, or nothing where the document names neither number nor title.</returns>
    public string Axis(AxisName? name, RowPlace place, PlanTexts? more = null)
    {
        if (name is null || (name.Number is null && name.Title.Length == 0))
        {
            return "";
        }

        var number = NumberOf(name);
        if (!axisRows.TryGetValue(number, out var row))
        {
            row = new ImportRow { Key = 0, Place = place, Texts = [] };
            row.Texts[PlanField.Axis] = Text(number);
            axisRows[number] = row;
            rows.Add(row);
        }

        if (row.Texts[PlanField.AxisTitle].Length == 0)
        {
            row.Texts[PlanField.AxisTitle] = name.Title;
        }

        foreach (var (key, text) in more ?? [])
        {
            row.Texts.TryAdd(key, text);
        }

        return Text(number);
    }

    public ImportRow Activity(RowPlace place, PlanTexts texts)
    {
        var row = new ImportRow { Key = 0, Place = place, Texts = texts };
        rows.Add(row);
        return row;
    }

    /// <summary>An entry of the history.</summary>
    public void State(RowPlace place, PlanTexts texts)
    {
        Note("HistoryRecorded", "");
        rows.Add(new ImportRow { Key = 0, Kind = RowKind.State, Place = place, Texts = texts });
    }

    /// <summary>What is told of the plan itself; a second row of it fills what the first left out.</summary>
    public void Plan(RowPlace place, PlanTexts texts)
    {
        if (plan is null)
        {
            rows.Add(plan = new ImportRow { Key = 0, Kind = RowKind.Plan, Place = place, Texts = [] });
        }

        foreach (var (key, text) in texts)
        {
            plan.Texts.TryAdd(key, text);
        }
    }

    /// <summary>A step on the way of the plan.</summary>
    public void Way(RowPlace place, PlanTexts texts) => rows.Add(new ImportRow { Key = 0, Kind = RowKind.Way, Place = place, Texts = texts });

    public UnderstoodPlan Finish()
    {
        if (rows.Count > PlanUnderstanding.MostRows)
        {
            Note("RowsCutOff", Text(PlanUnderstanding.MostRows));
            rows.RemoveRange(PlanUnderstanding.MostRows, rows.Count - PlanUnderstanding.MostRows);
        }

        return new UnderstoodPlan(
            [.. rows.Select((row, at) => row.Numbered(at + 1, Cleaned(row.Texts)))], notes);
    }

    private int NumberOf(AxisName name)
    {
        var folded = Folding.Fold(name.Title);
        if (name.Number is { } own)
        {
            if (folded.Length > 0)
            {
                numbers.TryAdd(folded, own);
            }

            return own;
        }

        if (!numbers.TryGetValue(folded, out var number))
        {
            var there = axes.Where(axis => Folding.Fold(axis.Title) == folded).Select(axis => (int?)axis.Number).FirstOrDefault();
            number = there ?? axisRows.Keys.Concat(axes.Select(axis => axis.Number)).DefaultIfEmpty(0).Max() + 1;
            numbers[folded] = number;
        }

        return number;
    }

    private static PlanTexts Cleaned(PlanTexts texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, Cleaning.Clean(text.Value))).Where(text => text.Value.Length > 0));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
