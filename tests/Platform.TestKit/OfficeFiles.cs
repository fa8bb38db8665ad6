using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.TestKit;

/// <summary>A cell of a document that a test writes.</summary>
/// <param name="Text">Line feeds begin a new paragraph.</param>
/// <param name="Across">Columns that it covers.</param>
/// <param name="Down">Rows that it covers; the rows below leave it out.</param>
public sealed record OfficeCell(string Text, int Across = 1, int Down = 1, bool Items = false)
{
    public static implicit operator OfficeCell(string text) => new(text);
}

/// <summary>Writes documents as the programs of communes write them: merged cells, shared strings, tables from the right.</summary>
public static class OfficeFiles
{
    public static byte[] Docx(params IReadOnlyList<OpenXmlElement> blocks)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.AddMainDocumentPart().Document = new W.Document(new W.Body(blocks));
        }

        return stream.ToArray();
    }

    public static W.Paragraph Paragraph(string text, bool item = false)
    {
        var properties = new W.ParagraphProperties();
        if (item)
        {
            properties.Append(new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = 1 }));
        }

        properties.Append(new W.BiDi());

        // Word cuts sentences into runs wherever somebody stopped typing.
        var half = text.Length / 2;
        return new W.Paragraph(properties, Run(text[..half]), Run(text[half..]));
    }

    public static W.Table Table(params IReadOnlyList<IReadOnlyList<OfficeCell>> rows)
    {
        var table = new W.Table(new W.TableProperties(new W.BiDiVisual()));
        var open = new Dictionary<int, (int Down, int Across)>();
        foreach (var row in rows)
        {
            var written = new W.TableRow();
            var column = 0;
            var cells = new Queue<OfficeCell>(row);
            while (cells.Count > 0 || open.ContainsKey(column))
            {
                if (open.TryGetValue(column, out var goesOn))
                {
                    written.Append(CellOf(new OfficeCell(""), goesOn.Across, new W.VerticalMerge()));
                    Set(open, column, goesOn.Down - 1, goesOn.Across);
                    column += goesOn.Across;
                    continue;
                }

                var cell = cells.Dequeue();
                written.Append(CellOf(cell, cell.Across, cell.Down > 1 ? new W.VerticalMerge { Val = W.MergedCellValues.Restart } : null));
                Set(open, column, cell.Down - 1, cell.Across);
                column += cell.Across;
            }

            table.Append(written);
        }

        return table;
    }

    /// <summary>A workbook with one sheet: texts are shared, merged cells are.</summary>
    public static byte[] Xlsx(params IReadOnlyList<IReadOnlyList<OfficeCell>> rows)
    {
        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            var strings = new SharedStringTable();
            var data = new SheetData();
            var merges = new MergeCells();
            var taken = new HashSet<(int, int)>();
            for (var r = 0; r < rows.Count; r++)
            {
                var row = new Row { RowIndex = (uint)r + 1 };
                var column = 0;
                foreach (var cell in rows[r])
                {
                    while (taken.Contains((r, column)))
                    {
                        column++;
                    }

                    for (var y = r; y < r + cell.Down; y++)
                    {
                        for (var x = column; x < column + cell.Across; x++)
                        {
                            taken.Add((y, x));
                        }
                    }

                    if (cell.Text.Length > 0)
                    {
                        strings.Append(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text(cell.Text) { Space = SpaceProcessingModeValues.Preserve }));
                        row.Append(new Cell
                        {
                            CellReference = Reference(r, column),
                            DataType = CellValues.SharedString,
                            CellValue = new CellValue(strings.ChildElements.Count - 1),
                        });
                    }

                    if (cell.Across > 1 || cell.Down > 1)
                    {
                        merges.Append(new MergeCell { Reference = $"{Reference(r, column)}:{Reference(r + cell.Down - 1, column + cell.Across - 1)}" });
                    }

                    column += cell.Across;
                }

                data.Append(row);
            }

            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = merges.HasChildren ? new Worksheet(data, merges) : new Worksheet(data);
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = strings;
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "1" }));
        }

        return stream.ToArray();
    }

    public static byte[] Csv(string delimiter, Encoding encoding, bool mark, params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = string.Join("\r\n", rows.Select(row => string.Join(delimiter, row.Select(cell =>
            cell.Contains(delimiter, StringComparison.Ordinal) || cell.AsSpan().IndexOfAny("\"\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell))));
        return [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

    /// <summary>The package with one of its parts written anew, or a part more.</summary>
    public static byte[] With(byte[] package, string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.SmallestSize).Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }

    public static string Read(byte[] package, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(archive.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static void Set(Dictionary<int, (int Down, int Across)> open, int column, int down, int across)
    {
        if (down > 0)
        {
            open[column] = (down, across);
        }
        else
        {
            open.Remove(column);
        }
    }

    private static W.TableCell CellOf(OfficeCell cell, int across, W.VerticalMerge? merge)
    {
        var properties = new W.TableCellProperties();
        if (across > 1)
        {
            properties.Append(new W.GridSpan { Val = across });
        }

        if (merge is not null)
        {
            properties.Append(merge);
        }

        var written = new W.TableCell(properties);
        foreach (var line in cell.Text.Split('\n'))
        {
            written.Append(Paragraph(line, cell.Items));
        }

        return written;
    }

    private static W.Run Run(string text) => new(
        new W.RunProperties(new W.RightToLeftText()), new W.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static string Reference(int row, int column) => (char)('A' + column) + (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
