using Platform.Documents.FileTypes;

namespace Platform.UnitTests.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("محضر الدورة العادية.pdf", "محضر الدورة العادية.pdf")]
    [InlineData("../../../etc/passwd", "passwd.pdf")]
    [InlineData("..\\..\\windows\\system32\\report.pdf", "report.pdf")]
    [InlineData("/absolute/plan.pdf", "plan.pdf")]
    [InlineData("report.pdf.exe", "report.pdf.exe.pdf")]
    [InlineData("photo.JPG", "photo.pdf")]
    [InlineData("a<b>:c|d?.pdf", "a-b--c-d-.pdf")]
    [InlineData("line\nbreak\ttab\0nul.pdf", "linebreaktabnul.pdf")]
    [InlineData("  .hidden . ", "hidden.pdf")]
    [InlineData("CON.pdf", "document.pdf")]
    [InlineData("....", "document.pdf")]
    [InlineData("", "document.pdf")]
    public void A_name_is_for_people_and_leads_nowhere(string sent, string kept) =>
        Assert.Equal(kept, FileNames.Clean(sent, FileFormat.Pdf, "document"));

    [Fact]
    public void What_turns_writing_around_is_taken_out()
    {
        // Shown, the name reads "reportexe.pdf".
        Assert.Equal("reportfdp.exe.pdf", FileNames.Clean("report\u202Efdp.exe", FileFormat.Pdf, "document"));
        Assert.Equal("ab.pdf", FileNames.Clean("\u2066a\u200F\u2069\u200Bb\uFEFF", FileFormat.Pdf, "document"));
    }

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_extension_and_its_letters_whole()
    {
        var kept = FileNames.Clean(new string('a', FileNames.MaxLength - 5) + "😀😀😀.pdf", FileFormat.Pdf, "document");

        Assert.True(kept.Length <= FileNames.MaxLength);
        Assert.EndsWith(".pdf", kept, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', kept);
    }

    [Fact]
    public void Half_a_character_is_no_fault() => Assert.EndsWith(".pdf", FileNames.Clean("a\uD800b", FileFormat.Pdf, "document"), StringComparison.Ordinal);
}
