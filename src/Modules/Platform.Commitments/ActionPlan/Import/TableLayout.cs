using Platform.Commitments.ActionPlan.Exchange;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>Which column of a table says what.</summary>
/// <param name="FirstRow">Where the rows begin, after the headings.</param>
/// <param name="Exact">All headings are those of our own files, word for word: cells are taken as they stand.</param>
/// <param name="Unknown">Headings that say nothing we know.</param>
internal sealed record TableLayout(IReadOnlyDictionary<int, PlanColumn> Columns, int FirstRow, bool Exact, IReadOnlyList<string> Unknown)
{
    private const int HeadingsWithin = 15;

    public bool Has(PlanField field) => Columns.Values.Contains(new PlanColumn(field));

    /// <param name="inAxis">The table stands under the title of an axis, so that it need not name one.</param>
    public static TableLayout? Of(SheetTable table, TableLayout? before, bool inAxis)
    {
        for (var i = 0; i < Math.Min(HeadingsWithin, table.Rows.Count); i++)
        {
            if (Headings(table.Rows[i], i + 1, inAxis) is { } headings)
            {
                return headings;
            }
        }

        return TableShape.Guess(table, before);
    }

    /// <summary>
    /// The layout from this row on, where the row repeats the headings, as Word does after a page break; null where it is none. In a document of people
    /// their order can have changed. In our own files it has not, and a row whose texts happen to be words of headings is a row.
    /// </summary>
    public TableLayout? Again(SheetRow row, bool inAxis) =>
        Headings(row, 0, inAxis, again: true) is { } again && (!Exact || again.Columns.OrderBy(column => column.Key).SequenceEqual(Columns.OrderBy(column => column.Key))) ? again : null;

    /// <summary>The layout that a row of headings gives; null where it is none.</summary>
    /// <param name="again">Headings repeated within a table: word for word, as an activity can have the word of a heading in its title.</param>
    private static TableLayout? Headings(SheetRow row, int firstRow, bool inAxis, bool again = false)
    {
        var (columns, unknown, exact, filled, certain) = (new Dictionary<int, PlanColumn>(), new List<string>(), true, 0, 0);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var text = row[i].Text;
            if (text.Length == 0 || (i > 0 && row[i].Repeated))
            {
                continue;
            }

            filled++;
            exact &= ImportWords.Known.Own(text) is not null || ImportWords.Known.IsIgnored(text);
            if (ImportWords.Known.Column(text) is { } column && !columns.ContainsValue(column))
            {
                columns[i] = column;
                certain += ImportWords.Known.IsCertain(text) ? 1 : 0;
            }
            else if (!ImportWords.Known.IsIgnored(text))
            {
                unknown.Add(RowCells.Line(text));
            }
        }

        var names = columns.Values.Where(column => column.Language is null).Select(column => column.Field).ToList();
        var tellsActivities = names.Contains(PlanField.Title) && (columns.Count >= 2 || (inAxis && filled == 1));
        var tellsAxes = names.Contains(PlanField.AxisTitle) && columns.Count >= 2;
        var tellsPlan = names.Contains(PlanField.PlanTitle);
        var tellsWay = names.Contains(PlanField.WayKind) && columns.Count >= 2;
        var mostlyKnown = columns.Count * 2 >= filled;
        var sure = again ? certain == columns.Count : certain * 2 >= columns.Count;
        return (tellsActivities || tellsAxes || tellsPlan || tellsWay) && mostlyKnown && sure ? new TableLayout(columns, firstRow, exact, unknown) : null;
    }
}
