namespace Platform.Ui.Office;

/// <summary>What a document of an office says, whatever wrote it: paragraphs and tables in reading order.</summary>
/// <param name="Format">As its content tells, whatever the name of the file says.</param>
public sealed record OfficeFile(OfficeFormat Format, IReadOnlyList<OfficeBlock> Blocks)
{
    public IEnumerable<SheetTable> Tables => Blocks.OfType<SheetTable>();
}

public enum OfficeFormat
{
    Xlsx,
    Docx,
    Csv,
}

public abstract record OfficeBlock;

/// <summary>A paragraph outside every table; only documents of Word have any.</summary>
/// <param name="Text">Lines of the paragraph, between line feeds.</param>
/// <param name="Level">1 to 9 for a heading; 0 for a title; null for anything else.</param>
/// <param name="Item">An item of a list: its number or bullet is not part of the text.</param>
public sealed record OfficeParagraph(string Text, int? Level, bool Item) : OfficeBlock;

/// <summary>A table as rows of text: the same for a sheet, a table of a document and a CSV file.</summary>
/// <param name="Name">The name of the sheet; none for others.</param>
/// <param name="Number">Its place among the tables of the file, from 1.</param>
public sealed record SheetTable(string? Name, int Number, IReadOnlyList<SheetRow> Rows) : OfficeBlock;

/// <summary>A row that holds anything.</summary>
/// <param name="Number">The row's number as the reader's own program shows it.</param>
/// <param name="Cells">By column from 0, none left out.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>A cell: days as 2026-01-31, figures with a decimal point, shares as 45%.</summary>
/// <param name="Text">Paragraphs and lines, between line feeds.</param>
/// <param name="Repeated">Part of a merged cell, and not the first: the text is repeated here.</param>
/// <param name="Items">Its paragraphs are items of a list, which Word numbers or marks itself.</param>
public sealed record SheetCell(string Text, bool Repeated = false, bool Items = false)
{
    public static SheetCell Empty { get; } = new("");

    public bool IsEmpty => Text.Length == 0;
}
