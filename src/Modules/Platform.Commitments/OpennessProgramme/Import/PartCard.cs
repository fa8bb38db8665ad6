using Platform.Commitments.ActionPlan.Import;
using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Ui.Office;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>The card of a project, or of the programme: a field on each row, its name first and what it says beside it, in one language or in several.</summary>
internal static class PartCard
{
    private const int Fewest = 2;

    /// <summary>Its first row says that it is a card.</summary>
    public static bool IsHeaded(SheetTable table) => ProgrammeWords.Known.IsCard(table.Rows[0][0].Text) || ProgrammeWords.Known.IsCard(table.Rows[0][table.Rows[0].Cells.Count - 1].Text);

    /// <param name="project">The project under whose title the card stands, where the card does not number itself.</param>
    /// <returns>False where it is no card.</returns>
    public static bool Read(SheetTable table, int? project, PartCollector rows)
    {
        var width = table.Rows.Max(row => row.Cells.Count);
        var label = Labels(table, 0) >= Labels(table, width - 1) ? 0 : width - 1;
        var headed = ProgrammeWords.Known.IsCard(table.Rows[0][label].Text);
        var body = table.Rows.Skip(headed ? 1 : 0).ToList();
        var known = Labels(table, label);
        if (width < Fewest || known < (headed ? 1 : Fewest) || known * 2 < body.Count)
        {
            return false;
        }

        var texts = new PartTexts();
        foreach (var row in body)
        {
            if (ProgrammeWords.Known.Column(row[label].Text) is not { } column)
            {
                rows.Note("ColumnSkipped", RowCells.Line(row[label].Text));
                continue;
            }

            for (var i = 0; i < width; i++)
            {
                if (i == label || (row[i].Repeated && i > 0 && row[i].Text == row[i - 1].Text))
                {
                    continue;
                }

                var said = headed && ProgrammeWords.Known.IsLanguage(table.Rows[0][i].Text, out var tag) ? column.Field.HasLanguages() ? new PartColumn(column.Field, tag) : column : column;
                if (texts[said].Length == 0)
                {
                    texts[said] = headed ? row[i].Text : PartTable.Tidy(column.Field, row[i].Text);
                }
            }
        }

        var place = new RowPlace(table.Name, table.Number, body[0].Number);
        foreach (var kind in new[] { PartKind.Programme, PartKind.Project })
        {
            var fields = PartColumns.FieldsOf(kind);
            var own = new PartTexts(texts.Where(text => fields.Contains(PartColumn.OfKey(text.Key)!.Value.Field)));
            if (own.Count == 0)
            {
                continue;
            }

            if (kind == PartKind.Project && own[PartField.Number].Length == 0 && project is { } number)
            {
                own[PartField.Number] = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            rows.Add(kind, place, own);
        }

        return true;
    }

    private static int Labels(SheetTable table, int column) =>
        table.Rows.Count(row => ProgrammeWords.Known.Column(row[column].Text) is { } known && (PartColumns.FieldsOf(PartKind.Project).Contains(known.Field) || PartColumns.FieldsOf(PartKind.Programme).Contains(known.Field)));
}
