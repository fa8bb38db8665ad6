using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class ExportTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+212 523 00 00 00", "'+212 523 00 00 00")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\n=1+1", "\"'\n=1+1\"")]
    [InlineData("\r=1+1", "\"'\r=1+1\"")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u00a0@SUM(A1)", "'\u00a0@SUM(A1)")]
    [InlineData("\uff1d1+1", "'\uff1d1+1")]
    [InlineData("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")]
    [InlineData("-5", "-5")]
    [InlineData("-5,5", "\"-5,5\"")]
    [InlineData("جماعة، دمنات", "جماعة، دمنات")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData(null, "")]
    public void Texts_are_quoted_and_formulas_disarmed(string? text, string cell) => Assert.Equal(cell, CsvFile.Cell(text));

    [Fact]
    public void Figures_and_days_are_written_for_machines()
    {
        using var _ = In.Arabic();

        Assert.Equal(
            "-5.25,37.5,12,1000,2025-02-06,2026-11-22T13:30:00Z,true,",
            CsvFile.Line([-5.25m, 37.5000m, 12.0000m, 1000, new DateOnly(2025, 2, 6), new DateTime(2026, 11, 22, 13, 30, 0, DateTimeKind.Utc), true, null]));
    }

    [Fact]
    public async Task A_file_begins_with_the_mark_and_names_itself()
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;

        await Csv.Result("دمنات-charter.csv", ["الاسم"], [["أ"], ["ب"]]).ExecuteAsync(http);

        Assert.Equal([0xEF, 0xBB, 0xBF], body.ToArray()[..3]);
        Assert.Equal("الاسم\r\nأ\r\nب\r\n", Encoding.UTF8.GetString(body.ToArray()[3..]));
        Assert.StartsWith("attachment; filename=", http.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''", http.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_read_back_as_it_was_written()
    {
        using var _ = In.Arabic();
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;
        object?[] row = ["=1+1 \u0001<&> أ", 12.5m, new DateOnly(2025, 2, 6), new DateTime(2026, 11, 22, 13, 30, 0, DateTimeKind.Utc), true, null, "last"];

        await Xlsx.Result(
            "x.xlsx",
            new XlsxSheet("مؤشرات: [1]", ["a", "b", "c", "d", "e", "f", "g"], Enumerable.Repeat(row, 300)),
            new XlsxSheet("مؤشرات: [1]", ["a"], [], RightToLeft: false)).ExecuteAsync(http);

        body.Position = 0;
        using var document = SpreadsheetDocument.Open(body, isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook.Descendants<Sheet>().ToList();
        Assert.Equal(2, sheets.Select(sheet => sheet.Name!.Value).Distinct().Count());
        var (first, second) = (SheetOf(workbook, sheets[0]), SheetOf(workbook, sheets[1]));
        Assert.True(first.Descendants<SheetView>().Single().RightToLeft!.Value);
        Assert.False(second.Descendants<SheetView>().Single().RightToLeft!.Value);
        Assert.Equal(PaneStateValues.Frozen, first.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:G301", first.Descendants<AutoFilter>().Single().Reference!.Value);

        var last = first.Descendants<Row>().Last();
        var cells = last.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Assert.Equal("=1+1 <&> أ", cells["A301"].InnerText);
        Assert.Equal(CellValues.InlineString, cells["A301"].DataType!.Value);
        Assert.Equal("12.5", cells["B301"].CellValue!.Text);
        Assert.Equal(new DateTime(2025, 2, 6), DateOf(cells["C301"]));
        Assert.Equal(new DateTime(2026, 11, 22, 14, 30, 0), DateOf(cells["D301"]));
        Assert.Equal("1", cells["E301"].CellValue!.Text);
        Assert.DoesNotContain("F301", cells.Keys);
        Assert.Equal("last", cells["G301"].InnerText);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_are_named_as_Excel_names_them(int index, string name) => Assert.Equal(name, XlsxFile.Column(index));

    private static Worksheet SheetOf(WorkbookPart workbook, Sheet sheet) => ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet;

    private static DateTime DateOf(Cell cell) => DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
}
