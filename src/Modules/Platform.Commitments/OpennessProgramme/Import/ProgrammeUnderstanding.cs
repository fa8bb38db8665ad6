using Platform.Commitments.Importing;
using Platform.Commitments.OpennessProgramme.Exchange;
using Platform.Kernel.Text;
using Platform.Ui.Office;

namespace Platform.Commitments.OpennessProgramme.Import;

/// <summary>What was understood of a file: rows in its order, and remarks. Nothing is decided here: rules and duplicates are <see cref="ProgrammeCheck"/>'s.</summary>
internal sealed record UnderstoodProgramme(IReadOnlyList<ProgrammeRow> Rows, IReadOnlyList<ImportNote> Notes);

/// <summary>
/// From tables and paragraphs to the parts of a programme. Tables with headings are read row by row, cards of projects field by field, and what stands
/// between them by the titles of its parts.
/// </summary>
internal static class ProgrammeUnderstanding
{
    public const int MostRows = 2000;

    public static UnderstoodProgramme Of(OfficeFile file)
    {
        var rows = new PartCollector();
        var outline = new ProgrammeOutline(rows);
        foreach (var block in file.Blocks)
        {
            switch (block)
            {
                case OfficeParagraph paragraph:
                    outline.Read(paragraph);
                    break;
                case SheetTable table when (!PartCard.IsHeaded(table) && PartTable.Read(table, rows)) || PartCard.Read(table, outline.Project, rows):
                    break;
                case SheetTable table:
                    rows.Note("TableSkipped", table.Name ?? table.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }
        }

        return rows.Finish();
    }
}

/// <summary>Gathers rows in the order of the file.</summary>
internal sealed class PartCollector
{
    private readonly List<ProgrammeRow> rows = [];
    private readonly List<ImportNote> notes = [];

    public void Note(string kind, string value)
    {
        var note = new ImportNote(kind, value);
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    public ProgrammeRow Add(PartKind kind, RowPlace place, PartTexts texts)
    {
        if (kind == PartKind.Completion)
        {
            Note("CompletionsRecorded", "");
        }

        var row = new ProgrammeRow { Kind = kind, Place = place, Texts = texts };
        rows.Add(row);
        return row;
    }

    public UnderstoodProgramme Finish()
    {
        if (rows.Count > ProgrammeUnderstanding.MostRows)
        {
            Note("RowsCutOff", ProgrammeUnderstanding.MostRows.ToString(System.Globalization.CultureInfo.InvariantCulture));
            rows.RemoveRange(ProgrammeUnderstanding.MostRows, rows.Count - ProgrammeUnderstanding.MostRows);
        }

        return new UnderstoodProgramme([.. rows.Select((row, at) => row.Numbered(at + 1, Cleaned(row.Texts)))], notes);
    }

    /// <summary>Words in the form that is kept, where they are known; what is not is left for the rules to tell.</summary>
    private static PartTexts Cleaned(PartTexts texts)
    {
        var cleaned = new PartTexts(texts.Select(text => KeyValuePair.Create(text.Key, Cleaning.Clean(text.Value))).Where(text => text.Value.Length > 0));
        foreach (var key in cleaned.Keys.ToList())
        {
            var field = PartColumn.OfKey(key)!.Value.Field;
            if (field.IsWord() && ProgrammeWords.Known.Word(field, cleaned[field]) is { } word)
            {
                cleaned[field] = word;
            }
        }

        return cleaned;
    }
}
