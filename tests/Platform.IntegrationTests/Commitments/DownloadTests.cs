using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.TestKit;
using Platform.Ui.Office;

namespace Platform.IntegrationTests.Commitments;

/// <summary>What the public pages give away as files opens in Office: valid, from the right in Arabic, with the commune, the day and page numbers.</summary>
public sealed class DownloadTests(SharedHost shared)
{
    public static TheoryData<string, string> Documents => new()
    {
        { "demnate", "charter" }, { "larache", "openness" }, { "beni-mellal", "indicators" }, { "beni-mellal", "action-plan" }, { "demnate", "action-plan" },
    };

    /// <summary>What is a list or a register beside them.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "demnate", "charter/export" }, { "demnate", "charter/registers" }, { "larache", "openness/export" }, { "beni-mellal", "indicators/export" },
        { "beni-mellal", "action-plan/export" }, { "demnate", "action-plan/export" }, { "demnate", "documents/export" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_document_for_Word_is_valid_and_runs_in_the_direction_of_its_language(string commune, string path)
    {
        foreach (var language in new[] { "ar", "fr" })
        {
            using var stream = new MemoryStream(await BytesAsync(commune, $"/{language}/{path}.docx"));
            using var document = WordprocessingDocument.Open(stream, isEditable: false);

            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
            var body = document.MainDocumentPart!.Document.Body!;
            var paragraphs = body.Descendants<Paragraph>().Where(paragraph => paragraph.InnerText.Length > 0).ToList();
            Assert.NotEmpty(paragraphs);
            Assert.All(paragraphs, paragraph => Assert.Equal(language == "ar", paragraph.ParagraphProperties?.BiDi is not null));
            Assert.All(body.Descendants<Table>(), table => Assert.Equal(language == "ar", table.GetFirstChild<TableProperties>()!.GetFirstChild<BiDiVisual>() is not null));
            Assert.All(
                body.Descendants<Run>().Where(run => run.InnerText.Any(c => c is >= 'ء' and <= 'ي')),
                run => Assert.NotNull(run.RunProperties!.RightToLeftText));
            var defaults = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
            Assert.NotNull(defaults.RunFonts!.ComplexScript);
            Assert.Equal("ar-MA", defaults.Languages!.Bidi!.Value);
            Assert.NotEmpty(document.MainDocumentPart.HeaderParts.Single().Header.InnerText);
            var footer = document.MainDocumentPart.FooterParts.Single().Footer;
            Assert.Contains("2026", footer.InnerText, StringComparison.Ordinal);
            Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_page_that_gives_files_away_links_to_them_and_they_are_read_back(string commune, string path)
    {
        using var client = shared.Host.Commune(commune);
        var page = await client.PageAsync("/ar/" + path);
        foreach (var (extension, format) in new[] { ("xlsx", OfficeFormat.Xlsx), ("csv", OfficeFormat.Csv), ("docx", OfficeFormat.Docx) })
        {
            var link = page.QuerySelector($"a[href='/ar/{path}/export.{extension}']");
            Assert.NotNull(link);
            var file = OfficeReader.Read(await BytesAsync(commune, link.GetAttribute("href")!));
            Assert.Equal(format, file.Format);
            Assert.NotEmpty(file.Blocks);
        }
    }

    [Fact]
    public async Task The_charter_is_taken_away_whole()
    {
        using var client = shared.Host.Commune("demnate");
        var charter = await client.JsonAsync("/api/v1/charter");
        var commitments = charter.GetProperty("commitments").EnumerateArray().Select(commitment => commitment.GetProperty("number").GetString()).ToList();

        var table = OfficeReader.Read(await BytesAsync("demnate", "/fr/charter/export.csv")).Tables.Single();
        var words = string.Join('\n', OfficeReader.Read(await BytesAsync("demnate", "/ar/charter/export.docx")).Blocks.OfType<OfficeParagraph>().Select(paragraph => paragraph.Text));

        Assert.NotEmpty(commitments);
        Assert.All(commitments, number => Assert.Contains(table.Rows, row => row[1].Text == number));
        Assert.All(commitments, number => Assert.Contains(number!, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_document_there_is_no_file()
    {
        using var client = shared.Host.Commune("larache");
        foreach (var path in new[] { "/ar/charter/export.docx", "/ar/action-plan/export.docx", "/fr/action-plan/export.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(path));
        }
    }

    private async Task<byte[]> BytesAsync(string commune, string path)
    {
        using var client = shared.Host.Commune(commune);
        return await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
