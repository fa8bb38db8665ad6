using Platform.Commitments.ActionPlan.Exchange;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.ActionPlan.Import;

/// <summary>
/// Guesses what the columns of a table without headings say. The documents of communes repeat their table after a page break without its headings, now
/// and then with the columns the other way round.
/// </summary>
internal static class TableShape
{
    private const int Few = 2;

    public static TableLayout? Guess(SheetTable table, TableLayout? before)
    {
        var columns = Enumerable.Range(0, table.Rows.Max(row => row.Cells.Count)).Select(column => new Column(column, table)).Where(column => column.Filled > 0).ToList();
        if (columns.Count < Few)
        {
            return null;
        }

        var named = new Dictionary<int, PlanColumn>();
        var priority = columns.Where(column => column.Priorities == column.Filled).MaxBy(column => column.Filled);
        Name(priority, PlanField.Priority);
        var axis = columns.Where(IsFree).Where(column => column.LikeAxis > 0 || column.Repeated > 0).MaxBy(column => (column.LikeAxis, column.Repeated));
        Name(axis, PlanField.AxisTitle);
        var indicators = columns.Where(IsFree).Where(column => column.LikeIndicator * 2 >= column.Filled && column.LikeIndicator > 0).MaxBy(column => column.LikeIndicator);
        var activity = columns.Where(IsFree).Where(column => column != indicators).MaxBy(column => (column.Distinct, column.Length));
        Name(activity, PlanField.Title);
        Name(indicators, PlanField.Indicators);
        foreach (var column in columns.Where(IsFree).ToList())
        {
            Name(column, column.Statuses == column.Filled ? PlanField.Status : column.Percents == column.Filled ? PlanField.Percent : null);
        }

        // Without an axis or a priority anything could be a plan: a list of people, a budget.
        var sure = before is not null && before.Columns.Count >= columns.Count ? Few : Few + 1;
        return activity is not null && (axis is not null || before is not null) && named.Count >= Math.Min(sure, columns.Count)
            ? new TableLayout(named, 0, false, [])
            : null;

        bool IsFree(Column column) => !named.ContainsKey(column.Index);

        void Name(Column? column, PlanField? field)
        {
            if (column is not null && field is { } known && !named.ContainsValue(new PlanColumn(known)))
            {
                named[column.Index] = new PlanColumn(known);
            }
        }
    }

    private sealed class Column
    {
        public Column(int index, SheetTable table)
        {
            Index = index;
            var texts = new HashSet<string>(StringComparer.Ordinal);
            foreach (var cell in table.Rows.Select(row => row[index]).Where(cell => !cell.IsEmpty))
            {
                Repeated += cell.Repeated ? 1 : 0;
                Filled++;
                texts.Add(cell.Text);
                Length += cell.Text.Length;
                Priorities += cell.Text.Length <= 2 && ValueReader.Whole(cell.Text) is >= 1 and <= ActionPlan.Activity.LowestPriority ? 1 : 0;
                LikeAxis += RowCells.StartsAsAxis(cell.Text) ? 1 : 0;
                LikeIndicator += ImportWords.Known.IndicatorStarts.Contains(Folding.Fold(RowCells.Tidy(cell.Text)).Split(' ')[0]) ? 1 : 0;
                Statuses += ValueReader.Status(cell.Text) is not null ? 1 : 0;
                Percents += cell.Text.Contains('%', StringComparison.Ordinal) && ValueReader.Percent(cell.Text) is not null ? 1 : 0;
            }

            Distinct = texts.Count;
        }

        public int Index { get; }

        public int Filled { get; }

        public int Repeated { get; }

        public int Distinct { get; }

        public int Length { get; }

        public int Priorities { get; }

        public int LikeAxis { get; }

        public int LikeIndicator { get; }

        public int Statuses { get; }

        public int Percents { get; }
    }
}
