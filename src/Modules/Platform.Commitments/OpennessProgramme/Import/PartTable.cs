using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Ui.Office;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>A table with headings: each row tells of one part, or of several that stand side by side.</summary>
internal static class PartTable
{
    private const int HeadingsWithin = 15;

    /// <returns>False where no row of it is one of headings.</returns>
    public static bool Read(SheetTable table, PartCollector rows)
    {
        for (var i = 0; i < Math.Min(HeadingsWithin, table.Rows.Count); i++)
        {
            if (Headings(table.Rows[i]) is { } layout)
            {
                foreach (var heading in layout.Unknown)
                {
                    rows.Note("ColumnSkipped", heading);
                }

                foreach (var row in table.Rows.Skip(i + 1))
                {
                    // After a page break Word repeats the headings.
                    if (layout.Exact || Headings(row) is null)
                    {
                        Read(row, layout, new RowPlace(table.Name, table.Number, row.Number), rows);
                    }
                }

                return true;
            }
        }

        return false;
    }

    private static Layout? Headings(SheetRow row)
    {
        var (columns, unknown, filled, exact) = (new Dictionary<int, PartColumn>(), new List<string>(), 0, true);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var text = row[i].Text;
            if (text.Length == 0 || (i > 0 && row[i].Repeated))
            {
                continue;
            }

            filled++;
            exact &= ProgrammeWords.Known.Own(text) is not null || ProgrammeWords.Known.IsIgnored(text);
            if (!ProgrammeWords.Known.IsIgnored(text) && ProgrammeWords.Known.Column(text) is { } column && !columns.ContainsValue(column))
            {
                columns[i] = column;
            }
            else if (!ProgrammeWords.Known.IsIgnored(text))
            {
                unknown.Add(RowCells.Line(text));
            }
        }

        // Of one column alone, or of figures beside figures, anything could be the heading.
        var tells = Enum.GetValues<PartKind>().Any(kind => columns.ContainsValue(new PartColumn(PartColumns.NameOf(kind))) || (kind == PartKind.Adoption && columns.ContainsValue(new PartColumn(PartField.AdoptedOn))));
        return tells && columns.Count >= 2 && columns.Count * 2 >= filled ? new Layout(columns, exact, unknown) : null;
    }

    private static void Read(SheetRow row, Layout layout, RowPlace place, PartCollector rows)
    {
        var told = new PartTexts();
        foreach (var (index, column) in layout.Columns)
        {
            told[column] = layout.Exact ? row[index].Text : Tidy(column.Field, row[index].Text);
        }

        foreach (var kind in Enum.GetValues<PartKind>())
        {
            var fields = PartColumns.FieldsOf(kind);
            var texts = new PartTexts(told.Where(text => fields.Contains(PartColumn.OfKey(text.Key)!.Value.Field)));

            // The number names the project that the rest is about; alone it tells nothing.
            if (texts.Keys.Any(key => key != new PartColumn(PartField.Number).Key))
            {
                rows.Add(kind, place, texts);
            }
        }
    }

    /// <summary>Without bullets and end marks, where a person wrote it and not this platform.</summary>
    public static string Tidy(PartField field, string text) => field switch
    {
        _ when field.IsReference() => text,
        _ when field.IsList() => string.Join('\n', RowCells.Items(text)),
        PartField.Problem or PartField.Solutions or PartField.Funding or PartField.Partners or PartField.Note or PartField.Explanation or PartField.DecisionText =>
            string.Join('\n', text.Split('\n').Select(RowCells.Tidy).Where(line => line.Length > 0)),
        _ => RowCells.Tidy(text),
    };

    /// <param name="Exact">All headings are those of our own files, word for word: cells are taken as they stand.</param>
    private sealed record Layout(IReadOnlyDictionary<int, PartColumn> Columns, bool Exact, IReadOnlyList<string> Unknown);
}
