using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Rows of a table whose columns are known.</summary>
internal sealed class TableReader
{
    private readonly SheetTable table;
    private readonly bool underTitle;
    private readonly RowCollector rows;
    private AxisName? axis;
    private TableLayout layout;
    private ImportRow? last;

    /// <param name="inAxis">The axis under whose title the table stands.</param>
    public TableReader(SheetTable table, TableLayout layout, AxisName? inAxis, RowCollector rows) =>
        (this.table, this.layout, axis, underTitle, this.rows) = (table, layout, inAxis, inAxis is not null, rows);

    public void Read()
    {
        foreach (var row in table.Rows.Skip(layout.FirstRow))
        {
            if (layout.Again(row, underTitle) is { } again)
            {
                layout = again;
                continue;
            }

            var place = new RowPlace(table.Name, table.Number, row.Number);
            if (Band(row) is { } band)
            {
                axis = band;
                rows.Axis(axis, place);
                continue;
            }

            Read(row, place);
        }
    }

    /// <summary>A row across the whole table that names the axis of those below.</summary>
    private AxisName? Band(SheetRow row)
    {
        var filled = row.Cells.Where(cell => !cell.IsEmpty).ToList();
        var one = filled.Count > 0 && filled.TrueForAll(cell => cell.Text == filled[0].Text);
        if (layout.Exact || !one)
        {
            return null;
        }

        var across = filled.Count > 1 && filled.Count == row.Cells.Count && filled.Skip(1).All(cell => cell.Repeated);
        var (number, title) = RowCells.Axis(filled[0].Text);
        var named = ImportWords.Known.AxisWords.Contains(Folding.Fold(filled[0].Text).Split(' ')[0]) || !layout.Has(PlanField.Number);
        var alone = filled.Count == 1 && number is not null && named && !layout.Has(PlanField.AxisTitle);
        return across || alone ? new AxisName(number, title) : null;
    }

    private void Read(SheetRow row, RowPlace place)
    {
        var texts = new PlanTexts();
        foreach (var (index, column) in layout.Columns)
        {
            texts[column] = row[index].Text;
        }

        if (texts.Count == 0 || (!layout.Exact && IsTotal(texts)))
        {
            return;
        }

        if (texts[PlanField.Recorded].Length > 0)
        {
            State(texts, place);
            return;
        }

        // Documents are attached to what was said, not to the activity.
        texts.Remove(new PlanColumn(PlanField.StateDocuments).Key);
        var step = Take(texts, column => column.Field.IsOfWay());
        if (step[PlanField.WayKind].Length > 0)
        {
            Words(step);
            rows.Way(place, step);
        }

        var card = Take(texts, column => column.Field.IsOfPlan());
        if (card.Count > 0)
        {
            rows.Plan(place, card);
        }

        if (texts.Count == 0)
        {
            return;
        }

        var axisTexts = Take(texts, column => column.Field.IsOfAxis());
        var title = layout.Columns.FirstOrDefault(column => column.Value == new PlanColumn(PlanField.Title));
        var goesOn = title.Value == new PlanColumn(PlanField.Title) && row[title.Key] is { Repeated: true, IsEmpty: false };
        if (layout.Exact)
        {
            Exact(axisTexts, texts, place);
            return;
        }

        EnterAxis(axisTexts, place);
        if (goesOn && last is not null)
        {
            GoOn(last, texts);
            return;
        }

        foreach (var (activity, number, at) in Activities(texts, row, title.Key))
        {
            var own = new PlanTexts(texts);
            Tidy(own);
            own[PlanField.Title] = activity;
            own[PlanField.Axis] = rows.Axis(at is null ? axis : axis is null ? new AxisName(at, "") : axis.Number is null ? axis with { Number = at } : axis, place);
            if (number.Length > 0)
            {
                own[PlanField.Number] = number;
            }

            last = rows.Activity(place, own);
        }
    }

    /// <summary>An entry of the history names its activity by its number: "1.2", or 2 beside the number of its axis.</summary>
    private void State(PlanTexts texts, RowPlace place)
    {
        Words(texts);
        var said = new PlanTexts(texts.Where(text => PlanColumn.OfKey(text.Key) is { } column && (column.Field == PlanField.Axis || PlanColumns.OfState.Contains(column))));
        if (RowCells.Place(said[PlanField.Number]) is ({ } inAxis, { } own))
        {
            said[PlanField.Axis] = inAxis.ToString(System.Globalization.CultureInfo.InvariantCulture);
            said[PlanField.Number] = own.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        rows.State(place, said);
    }

    /// <summary>Our own file: every cell is what it was, and an axis is named by its number.</summary>
    private void Exact(PlanTexts axisTexts, PlanTexts texts, RowPlace place)
    {
        Words(texts);
        var number = ValueReader.Whole(axisTexts[PlanField.Axis]);
        var (fromReference, own) = RowCells.Place(texts[PlanField.Number]);
        number ??= fromReference;
        if (own is not null && fromReference is not null)
        {
            texts[PlanField.Number] = own.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var title = axisTexts[PlanField.AxisTitle];
        axisTexts.Remove(new PlanColumn(PlanField.Axis).Key);
        axisTexts.Remove(new PlanColumn(PlanField.AxisTitle).Key);
        var axisNumber = rows.Axis(new AxisName(number, title), place, axisTexts);
        if (texts.Count > 0)
        {
            texts[PlanField.Axis] = axisNumber;
            last = rows.Activity(place, texts);
        }
    }

    private void EnterAxis(PlanTexts axisTexts, RowPlace place)
    {
        var written = axisTexts[PlanField.AxisTitle];
        var number = axisTexts[PlanField.Axis];
        if (written.Length == 0 && number.Length == 0)
        {
            return;
        }

        var (own, title) = RowCells.Axis(written);
        var (found, _) = number.Length > 0 ? RowCells.Axis(number + ". x") : (null, "");
        axis = new AxisName(ValueReader.Whole(number) ?? found ?? own, title);
        axisTexts.Remove(new PlanColumn(PlanField.Axis).Key);
        axisTexts.Remove(new PlanColumn(PlanField.AxisTitle).Key);
        Tidy(axisTexts);
        rows.Axis(axis, place, axisTexts);
    }

    /// <summary>The activities of a cell: one, or one on each line where the lines are items or nothing else is told of them.</summary>
    private static IEnumerable<(string Title, string Number, int? Axis)> Activities(PlanTexts texts, SheetRow row, int column)
    {
        var written = texts[PlanField.Title];
        var given = texts[PlanField.Number];
        if (written.Length == 0)
        {
            if (texts.Count > 0 && texts.Keys.Any(key => key != new PlanColumn(PlanField.Number).Key))
            {
                yield return ("", given, null);
            }

            yield break;
        }

        var lines = written.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var items = row[column].Items || lines.Count(RowCells.HasBullet) >= 2 || lines.Count(line => RowCells.Activity(line).Number is not null) >= 2;
        var alone = texts.Count == 1;
        foreach (var part in lines.Length > 1 && (items || alone) ? lines : [written])
        {
            var (axisNumber, number, title) = RowCells.Activity(part);
            var (placeAxis, placeNumber) = RowCells.Place(given);
            if (title.Any(char.IsLetterOrDigit))
            {
                yield return (title, (placeNumber ?? number)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? given, placeAxis ?? axisNumber);
            }
        }
    }

    /// <summary>The activity's cell goes on downwards, and beside it stands more: one more indicator, one more partner.</summary>
    private static void GoOn(ImportRow activity, PlanTexts texts)
    {
        Tidy(texts);
        foreach (var (key, text) in texts)
        {
            var column = PlanColumn.OfKey(key)!.Value;
            var there = activity.Texts[column];
            if (there.Length == 0)
            {
                activity.Texts[column] = text;
            }
            else if (column.Field is PlanField.Indicators or PlanField.Partners or PlanField.Responsible && !there.Split('\n').Contains(text))
            {
                activity.Texts[column] = there + "\n" + text;
            }
        }
    }

    private static void Tidy(PlanTexts texts)
    {
        foreach (var (key, text) in texts.ToList())
        {
            var field = PlanColumn.OfKey(key)!.Value.Field;
            texts[key] = field.IsReference() ? text
                : field.IsList() ? string.Join('\n', RowCells.Items(text))
                : field is PlanField.Partners or PlanField.Responsible or PlanField.Note or PlanField.Evidence
                    ? string.Join('\n', text.Split('\n').Select(RowCells.Tidy).Where(line => line.Length > 0))
                : RowCells.Tidy(text);
            if (texts[key].Length == 0)
            {
                texts.Remove(key);
            }
        }

        Words(texts);
    }

    /// <summary>Words of statuses and the like in the form that is kept, where they are known; what is not is left for the rules to tell.</summary>
    private static void Words(PlanTexts texts)
    {
        if (ValueReader.Status(texts[PlanField.Status]) is { } status)
        {
            texts[PlanField.Status] = MachineWord.Of(status);
        }

        if (ValueReader.Step(texts[PlanField.WayKind]) is { } step)
        {
            texts[PlanField.WayKind] = MachineWord.Of(step);
        }

        if (ValueReader.Origin(texts[PlanField.Origin]) is { } origin)
        {
            texts[PlanField.Origin] = MachineWord.Of(origin);
        }
    }

    private static bool IsTotal(PlanTexts texts) => texts.Values.Any(text => ImportWords.Known.Totals.Contains(Folding.Fold(text)));

    private static PlanTexts Take(PlanTexts texts, Func<PlanColumn, bool> which)
    {
        var taken = new PlanTexts(texts.Where(text => which(PlanColumn.OfKey(text.Key)!.Value)));
        foreach (var key in taken.Keys)
        {
            texts.Remove(key);
        }

        return taken;
    }
}
