using Platform.Commitments.ActionPlan.Exchange;
using Platform.Commitments.Importing;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>What was understood of a file: rows in its order, and remarks. Nothing is decided here: rules and duplicates are <see cref="PlanCheck"/>'s.</summary>
internal sealed record UnderstoodPlan(IReadOnlyList<ImportRow> Rows, IReadOnlyList<ImportNote> Notes);

/// <summary>
/// From tables and paragraphs to axes and activities. Tables with headings are read by them; tables without, as those of communes after a page break, by
/// their shape; a document without tables by its titles and lists.
/// </summary>
internal static class PlanUnderstanding
{
    public const int MostRows = 2000;

    /// <param name="axes">The axes that the plan has: an axis that the file does not number is found by its title.</param>
    public static UnderstoodPlan Of(OfficeFile file, IReadOnlyList<(int Number, string Title)> axes)
    {
        var rows = new RowCollector(axes);
        var outline = new OutlineReader(rows);
        TableLayout? before = null;
        foreach (var block in file.Blocks)
        {
            if (block is OfficeParagraph paragraph)
            {
                outline.Read(paragraph);
            }
            else if (block is SheetTable table)
            {
                var inAxis = outline.Axis;
                outline.Close();
                before = Read(table, before, inAxis, rows);
            }
        }

        outline.Close();
        return rows.Finish();
    }

    private static TableLayout? Read(SheetTable table, TableLayout? before, AxisName? inAxis, RowCollector rows)
    {
        var layout = TableLayout.Of(table, before, inAxis is not null);
        if (layout is null)
        {
            rows.Note("TableSkipped", table.Name ?? table.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return before;
        }

        foreach (var heading in layout.Unknown)
        {
            rows.Note("ColumnSkipped", heading);
        }

        new TableReader(table, layout, inAxis, rows).Read();
        return layout;
    }
}
