using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Platform.TestKit;
using Platform.Ui.Office;

namespace Platform.UnitTests.Ui.Office;

/// <summary>What must not be read is refused with its reason, and costs little.</summary>
public sealed class HostileFileTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string SheetStart = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private const long Memory = 300L << 20;

    public static TheoryData<OfficeRefusal, byte[]> Files => new()
    {
        { OfficeRefusal.Empty, [] },
        { OfficeRefusal.Empty, "\r\n;;;\r\n"u8.ToArray() },
        { OfficeRefusal.Empty, OfficeFiles.Docx(OfficeFiles.Paragraph("")) },
        { OfficeRefusal.Empty, OfficeFiles.Xlsx([[""]]) },
        { OfficeRefusal.TooLarge, new byte[OfficeLimits.File + 1] },
        { OfficeRefusal.Pdf, "%PDF-1.7 …"u8.ToArray() },
        { OfficeRefusal.OldOrLocked, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { OfficeRefusal.UnknownType, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 1, 2, 3, 4] },
        { OfficeRefusal.UnknownType, "MZ\u0001\u0002 program"u8.ToArray() },
        { OfficeRefusal.UnknownType, Zip(("content.xml", "<x/>")) },
        { OfficeRefusal.Corrupt, [.. OfficeFiles.Xlsx([["a"]]).Take(300)] },
        { OfficeRefusal.Corrupt, OfficeFiles.With(Workbook(), Sheet, "<worksheet><sheetData><row>") },
        { OfficeRefusal.Macros, OfficeFiles.With(Workbook(), "xl/vbaProject.bin", "x") },
        { OfficeRefusal.Macros, MacroDocument() },
        { OfficeRefusal.DocumentType, OfficeFiles.With(Workbook(), Sheet, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>") },
        { OfficeRefusal.DocumentType, OfficeFiles.With(Document(), "word/document.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>") },
        { OfficeRefusal.ExpandsTooMuch, OfficeFiles.With(Workbook(), Sheet, SheetStart + new string(' ', 60 << 20)) },
        { OfficeRefusal.ExpandsTooMuch, OfficeFiles.With(Document(), "word/document.xml", "<x>" + new string(' ', 12 << 20) + "</x>") },
        { OfficeRefusal.ExpandsTooMuch, Zip([.. Enumerable.Range(0, 2100).Select(i => ($"{i}", ""))]) },
        { OfficeRefusal.TooManyRows, OfficeFiles.With(Workbook(), Sheet, SheetStart + Rows(5001) + "</sheetData></worksheet>") },
        { OfficeRefusal.TooManyColumns, OfficeFiles.With(Workbook(), Sheet, SheetStart + "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>") },
        { OfficeRefusal.TooManyColumns, Encoding.UTF8.GetBytes(new string(';', 500) + "x") },
        { OfficeRefusal.TooMuchText, Shared() },
        { OfficeRefusal.TooMuchText, Encoding.UTF8.GetBytes(new string('a', OfficeLimits.Text + 10)) },
        { OfficeRefusal.NestedTooDeep, Nested(40) },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public void A_file_that_must_not_be_read_is_refused_with_its_reason(OfficeRefusal reason, byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(reason, Assert.Throws<OfficeRefusedException>(() => OfficeReader.Read(file)).Reason);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
    }

    [Fact]
    public void Merges_across_the_whole_sheet_cost_what_is_there_and_no_more()
    {
        var absurd = OfficeFiles.With(
            Workbook(), Sheet, SheetStart + "<row r=\"1048576\"><c r=\"A1048576\"><v>7</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1048576:XFD1048576\"/><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>");

        var row = Assert.Single(OfficeReader.Read(absurd).Tables.Single().Rows);

        Assert.Equal((1048576, "7"), (row.Number, row[0].Text));
        Assert.Single(row.Cells);
    }

    [Fact]
    public void Links_out_of_the_file_are_left_alone()
    {
        using var stream = new MemoryStream();
        stream.Write(Document());
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            package.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://127.0.0.1:1/evil.dotm"), "rIdEvil");
            package.MainDocumentPart.AddHyperlinkRelationship(new Uri("file:///etc/passwd"), isExternal: true);
        }

        var paragraph = Assert.IsType<OfficeParagraph>(Assert.Single(OfficeReader.Read(stream.ToArray()).Blocks));

        Assert.Equal("نص", paragraph.Text);
    }

    /// <summary>Files cut off or with a byte changed anywhere are read or refused, never a fault of ours.</summary>
    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        var random = new Random(7);
        byte[][] whole = [Workbook(), Document(), OfficeFiles.Csv(";", Encoding.UTF8, true, ["أ", "ب"], ["1", "2"])];
        for (var i = 0; i < 600; i++)
        {
            var file = whole[i % whole.Length].ToArray();
            for (var hits = random.Next(1, 12); hits > 0; hits--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            file = i % 5 == 0 ? file[..random.Next(file.Length)] : file;
            try
            {
                OfficeReader.Read(file);
            }
            catch (OfficeRefusedException)
            {
                // Refused is an answer.
            }
        }
    }

    private static byte[] Workbook() => OfficeFiles.Xlsx([["المحور", "النشاط"], ["1", "لقاء"]]);

    private static byte[] Document() => OfficeFiles.Docx(OfficeFiles.Paragraph("نص"));

    private static string Rows(int count)
    {
        var rows = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i * 7919}</v></c></row>");
        }

        return rows.ToString();
    }

    /// <summary>One long text that thousands of cells share.</summary>
    private static byte[] Shared()
    {
        var book = OfficeFiles.With(Workbook(), "xl/sharedStrings.xml", $"<sst><si><t>{new string('x', 100_000)}</t></si></sst>");
        return OfficeFiles.With(book, Sheet, SheetStart + string.Concat(Enumerable.Range(1, 100).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>0</v></c></row>")) + "</sheetData></worksheet>");
    }

    private static byte[] Nested(int depth)
    {
        var table = "<w:p/>";
        for (var i = 0; i < depth; i++)
        {
            table = $"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>";
        }

        return OfficeFiles.With(Document(), "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{table}</w:body></w:document>");
    }

    private static byte[] MacroDocument()
    {
        var document = Document();
        var types = OfficeFiles.Read(document, "[Content_Types].xml").Replace("openxmlformats-officedocument.wordprocessingml.document.main+xml", "ms-word.document.macroEnabled.main+xml", StringComparison.Ordinal);
        return OfficeFiles.With(document, "[Content_Types].xml", types);
    }

    private static byte[] Zip(params IReadOnlyList<(string Name, string Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }
}
