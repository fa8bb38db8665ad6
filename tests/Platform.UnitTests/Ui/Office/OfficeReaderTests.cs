using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.TestKit;
using Platform.Ui;
using Platform.Ui.Office;

namespace Platform.UnitTests.Ui.Office;

public sealed class OfficeReaderTests
{
    private static readonly Encoding ArabicOfWindows = CodePagesEncodingProvider.Instance.GetEncoding(1256)!;

    public static TheoryData<string, string> Texts => new()
    {
        { ",", "utf-8" }, { ";", "utf-8" }, { "\t", "utf-8" }, { ";", "utf-16" }, { "\t", "utf-16BE" }, { ";", "1256" }, { ",", "1256" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_whatever_its_encoding_and_its_delimiter(string delimiter, string encoding)
    {
        var chosen = encoding == "1256" ? ArabicOfWindows : Encoding.GetEncoding(encoding);
        string[][] rows = [["النشاط", "الأولوية", "Indicateur évalué"], ["لقاء، ثم \"ورشة\"; و,أخرى", "1", "سطر\nثان"], ["", "", ""], ["تكوين", "2", "été"]];
        foreach (var mark in new[] { true, false })
        {
            var table = OfficeReader.Read(OfficeFiles.Csv(delimiter, chosen, mark, rows)).Tables.Single();

            Assert.Equal([1, 2, 4], table.Rows.Select(row => row.Number).ToArray());
            Assert.Equal(rows.Where(row => row[0].Length > 0), table.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray()));
        }
    }

    [Fact]
    public void A_file_that_names_its_delimiter_is_believed()
    {
        var table = OfficeReader.Read(Encoding.UTF8.GetBytes("sep=|\r\na|b,c\r\nd|e,f")).Tables.Single();

        Assert.Equal(["a", "b,c"], table.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(2, table.Rows[0].Number);
    }

    [Fact]
    public void Merged_cells_of_a_sheet_are_repeated_and_say_so()
    {
        var table = OfficeReader.Read(OfficeFiles.Xlsx(
            [new OfficeCell("محور", Down: 3), "نشاط 1", "2"], ["نشاط 2", ""], ["نشاط 3", new OfficeCell("3")], [new OfficeCell("عرض", Across: 3)])).Tables.Single();

        Assert.Equal(["محور", "محور", "محور", "عرض"], table.Rows.Select(row => row[0].Text));
        Assert.Equal([false, true, true, false], table.Rows.Select(row => row[0].Repeated));
        Assert.Equal(["نشاط 1", "نشاط 2", "نشاط 3", "عرض"], table.Rows.Select(row => row[1].Text));
        Assert.True(table.Rows[3][2].Repeated);
        Assert.True(table.Rows[1][2].IsEmpty);
    }

    [Fact]
    public async Task Figures_days_and_shares_of_our_own_workbook_are_read()
    {
        using var _ = In.Arabic();
        var bytes = await Answers.BytesAsync(Xlsx.Result("x.xlsx", new XlsxSheet(
            "أ", ["a", "b", "c", "d", "e"], [[12.5m, 0.1m + 0.2m, new DateOnly(2026, 1, 31), "=1+1", null], [250000, -3, null, "سطر\nسطر", true]])));

        var table = OfficeReader.Read(bytes).Tables.Single();

        Assert.Equal(["12.5", "0.3", "2026-01-31", "=1+1"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal(["250000", "-3", "", "سطر\nسطر", "1"], table.Rows[2].Cells.Select(cell => cell.Text));
        Assert.Equal("أ", table.Name);
    }

    [Theory]
    [InlineData("45", 9, "4500%")]
    [InlineData("0.45", 10, "45%")]
    [InlineData("0.45000000000000001", 0, "0.45")]
    [InlineData("46053", 14, "2026-01-31")]
    [InlineData("46053.5", 22, "2026-01-31 12:00")]
    [InlineData("0.75", 20, "18:00")]
    [InlineData("-1", 14, "-1")]
    [InlineData("1e300", 14, "1E+300")]
    public void A_figure_is_what_its_format_says(string value, int format, string shown) =>
        Assert.Equal(shown, new XlsxNumbers([XlsxNumbers.BuiltIn(format)], from1904: false).Show(value, 0));

    [Theory]
    [InlineData("[$-fr-FR]d mmmm yyyy;@", "2026-01-31")]
    [InlineData("\"day\" 0", "46053")]
    [InlineData("#,##0.00\\ \"DH\"", "46053")]
    [InlineData("[Red]0", "46053")]
    public void Formats_are_told_apart_by_their_own_letters(string format, string shown) =>
        Assert.Equal(shown, new XlsxNumbers([format], from1904: false).Show("46053", 0));

    [Fact]
    public void A_document_is_read_with_merges_lists_runs_and_tables_in_tables()
    {
        var inner = OfficeFiles.Table(["أ", "ب"], ["1", "2"]);
        var outer = OfficeFiles.Table(
            [new OfficeCell("عنوان", Across: 3)],
            [new OfficeCell("محور", Down: 2), "نشاط 1", new OfficeCell("عدد\nنسبة", Items: true)],
            ["نشاط 2", ""]);
        outer.Elements<TableRow>().Last().Elements<TableCell>().Last().Append(inner, new Paragraph());
        var deleted = new Paragraph(new DeletedRun(new Run(new DeletedText("محذوف"))), new Run(new Text("باق")));

        var file = OfficeReader.Read(OfficeFiles.Docx(OfficeFiles.Paragraph("مقدمة"), outer, OfficeFiles.Paragraph("بند", item: true), deleted));

        Assert.Equal(OfficeFormat.Docx, file.Format);
        Assert.Equal([new("مقدمة", null, false), new("بند", null, true), new OfficeParagraph("باق", null, false)], file.Blocks.OfType<OfficeParagraph>());
        var (first, second) = (file.Tables.First(), file.Tables.Last());
        Assert.Equal(["عنوان", "عنوان", "عنوان"], first.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["محور", "محور"], first.Rows.Skip(1).Select(row => row[0].Text));
        Assert.True(first.Rows[2][0].Repeated);
        Assert.Equal(new SheetCell("عدد\nنسبة", false, true), first.Rows[1][2]);
        Assert.Equal([["أ", "ب"], ["1", "2"]], second.Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray()));
        Assert.Equal((1, 2), (first.Number, second.Number));
    }
}
