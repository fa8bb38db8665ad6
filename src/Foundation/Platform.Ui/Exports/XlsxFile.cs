using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Kernel.Time;
using Platform.Ui.Sites;

namespace Platform.Ui;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Rows">Cells are text, numbers, <see cref="DateOnly"/>, <see cref="DateTime"/> (UTC, written on Morocco's clock) or truth values.</param>
/// <param name="RightToLeft">Which side the first column is on; that of the request's language where nothing is said.</param>
public sealed record XlsxSheet(string Name, IReadOnlyList<string> Header, IEnumerable<IReadOnlyList<object?>> Rows, bool? RightToLeft = null);

/// <summary>Sheets as an Excel workbook, written row by row: bold frozen header, filter, widths that fit, real dates and numbers.</summary>
public static class XlsxFile
{
    private const int LongestName = 31;
    private const int LongestText = 32767;
    private const int Sampled = 200;
    private const int Narrowest = 8;
    private const int Widest = 60;

    private const uint Plain = 0;
    private const uint Bold = 1;
    private const uint Day = 2;
    private const uint Moment = 3;
    private const uint Lines = 4;
    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;

    /// <param name="stream">Must be seekable: the package is a ZIP with a directory at its end.</param>
    public static void Write(Stream stream, IReadOnlyList<XlsxSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var list = new Sheets();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            WriteSheet(part, sheet);
            var name = NameOf(sheet.Name, names);
            list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)names.Count, Name = name });
        }

        workbook.Workbook = new Workbook(list);
    }

    private static void WriteSheet(WorksheetPart part, XlsxSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        using var rows = sheet.Rows.GetEnumerator();
        var sample = new List<IReadOnlyList<object?>>();
        while (sample.Count < Sampled && rows.MoveNext())
        {
            sample.Add(rows.Current);
        }

        writer.WriteStartElement(new Worksheet());
        var view = new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
            RightToLeft = sheet.RightToLeft ?? (Languages.Current.Direction == "rtl"),
        };
        writer.WriteElement(new SheetViews(view));
        if (sheet.Header.Count > 0)
        {
            writer.WriteElement(Widths(sheet.Header, sample));
        }

        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Header, Bold);
        uint number = 1;
        foreach (var row in sample)
        {
            WriteRow(writer, ++number, row, Plain);
        }

        while (rows.MoveNext())
        {
            WriteRow(writer, ++number, rows.Current, Plain);
        }

        writer.WriteEndElement();
        if (sheet.Header.Count > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{Column(sheet.Header.Count - 1)}{number.ToString(CultureInfo.InvariantCulture)}" });
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, uint number, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = number });
        for (var i = 0; i < cells.Count; i++)
        {
            if (CellOf(cells[i], style) is { } cell)
            {
                cell.CellReference = Column(i) + number.ToString(CultureInfo.InvariantCulture);
                writer.WriteElement(cell);
            }
        }

        writer.WriteEndElement();
    }

    private static Cell? CellOf(object? value, uint style) => value switch
    {
        null => null,
        bool truth => new Cell { DataType = CellValues.Boolean, CellValue = new CellValue(truth ? "1" : "0"), StyleIndex = style },
        DateOnly day => Serial(day.ToDateTime(TimeOnly.MinValue), Day),
        DateTime instant => Serial(MoroccoTime.FromUtc(instant), Moment),
        IFormattable number when Cells.IsNumber(value) =>
            new Cell { CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture)), StyleIndex = style },
        _ => Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", style),
    };

    private static Cell Serial(DateTime local, uint style) =>
        new() { CellValue = new CellValue(local.ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = style };

    private static Cell Text(string text, uint style) => new(new InlineString(new Text(Cells.Clean(text.Length > LongestText ? text[..LongestText] : text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
        StyleIndex = style == Plain && text.Contains('\n', StringComparison.Ordinal) ? Lines : style,
    };

    private static Columns Widths(IReadOnlyList<string> header, List<IReadOnlyList<object?>> sample)
    {
        var columns = new Columns();
        for (var i = 0; i < header.Count; i++)
        {
            var longest = sample.Select(row => i < row.Count ? LengthOf(row[i]) : 0).Append(header[i].Length + 3).Max();
            columns.Append(new Column
            {
                Min = (uint)i + 1,
                Max = (uint)i + 1,
                Width = Math.Clamp(longest + 2, Narrowest, Widest),
                CustomWidth = true,
            });
        }

        return columns;
    }

    private static int LengthOf(object? value) => value switch
    {
        null => 0,
        DateOnly => 10,
        DateTime => 16,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)?.Split('\n').Max(line => line.Length) ?? 0,
    };

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }),
        new Fonts(FontOf(bold: false), FontOf(bold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = MomentFormat, ApplyNumberFormat = true },
            new CellFormat { Alignment = new Alignment { WrapText = true }, ApplyAlignment = true }));

    private static Font FontOf(bool bold)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = 11 }, new FontName { Val = "Calibri" });
        return font;
    }

    /// <summary>A name that Excel takes: without its forbidden characters, not too long, not twice.</summary>
    private static string NameOf(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(wanted.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)).Trim('\'', ' ');
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, LongestName)];
        var name = clean;
        for (var i = 2; !taken.Add(name); i++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" {i}");
            name = clean[..Math.Min(clean.Length, LongestName - suffix.Length)] + suffix;
        }

        return name;
    }

    /// <summary>A, B, … Z, AA, …</summary>
    internal static string Column(int index)
    {
        var letters = "";
        for (var i = index + 1; i > 0; i = (i - 1) / 26)
        {
            letters = (char)('A' + ((i - 1) % 26)) + letters;
        }

        return letters;
    }
}

/// <summary>An Excel workbook as the answer of a page handler or of an endpoint.</summary>
public static class Xlsx
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static FileAnswer Result(string fileName, params IReadOnlyList<XlsxSheet> sheets) =>
        new(fileName, ContentType, (stream, cancellation) => Packages.SendAsync(stream, file => XlsxFile.Write(file, sheets), cancellation));
}
