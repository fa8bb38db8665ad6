using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Kernel.Text;

namespace Platform.Ui;

/// <summary>Something that stands in a Word document.</summary>
public abstract record DocxBlock;

/// <param name="Level">1 for parts of the document, 2 and 3 below.</param>
public sealed record DocxHeading(string Text, int Level) : DocxBlock;

public sealed record DocxParagraph(string Text) : DocxBlock;

public sealed record DocxList(IReadOnlyList<string> Items) : DocxBlock;

/// <summary>A table whose first row is repeated on every page. Line feeds in a cell begin a new paragraph.</summary>
/// <param name="Rows">Cells as in <see cref="XlsxSheet"/>.</param>
/// <param name="Widths">How wide the columns are, relative to each other; equal where nothing is said.</param>
public sealed record DocxTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<int>? Widths = null) : DocxBlock;

/// <param name="Header">Stands at the head of every page: whose document it is.</param>
/// <param name="Notice">Stands under it: that the data is a demonstration's, where it is.</param>
/// <param name="Language">The language of the document; its direction is that of the paragraphs and tables.</param>
public sealed record DocxDocument(string Title, string Header, DateOnly Day, string? Notice, Language Language, IReadOnlyList<DocxBlock> Blocks);

/// <summary>
/// A Word document in the direction of its language: paragraphs, tables, lists and page numbers run from the right in Arabic, with the complex-script
/// fonts and sizes that Word takes for Arabic letters. A text in another script keeps its own direction.
/// </summary>
public static class DocxFile
{
    private const string Font = "Arial";
    private const int PageLength = 16838;
    private const int PageWidth = 11906;
    private const int Margin = 1000;
    private const int Bullets = 1;

    /// <param name="stream">Must be seekable: the package is a ZIP with a directory at its end.</param>
    public static void Write(Stream stream, DocxDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rtl = document.Language.Direction == "rtl";
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        package.PackageProperties.Title = Clean(document.Title);
        package.PackageProperties.Language = document.Language.Culture.Name;
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Of(document.Language, Font);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Bullets(Bullets);
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode,
                Uri = "http://schemas.microsoft.com/office/word",
                Val = "15",
            }),
            new ThemeFontLanguages { Val = document.Language.Culture.Name, Bidi = "ar-MA" });
        var (header, footer) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
        header.Header = new Header(HeaderOf(document, rtl));
        footer.Footer = new Footer(FooterOf(document, rtl));

        var body = new Body(Paragraph(document.Title, "Title", rtl));
        foreach (var block in document.Blocks)
        {
            Add(body, block, rtl);
        }

        body.Append(Section(main.GetIdOfPart(header), main.GetIdOfPart(footer), rtl));
        main.Document = new Document(body);
    }

    private static void Add(Body body, DocxBlock block, bool rtl)
    {
        switch (block)
        {
            case DocxHeading heading:
                body.Append(Paragraph(heading.Text, "Heading" + heading.Level.ToString(CultureInfo.InvariantCulture), rtl));
                break;
            case DocxParagraph paragraph:
                foreach (var line in Lines(paragraph.Text))
                {
                    body.Append(Paragraph(line, null, rtl));
                }

                break;
            case DocxList list:
                foreach (var item in list.Items)
                {
                    body.Append(Paragraph(item, "ListParagraph", rtl, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = Bullets })));
                }

                break;
            case DocxTable { Header.Count: > 0 } table:
                body.Append(TableOf(table, rtl), new Paragraph());
                break;
        }
    }

    private static Table TableOf(DocxTable table, bool rtl)
    {
        var widths = Widths(table);
        var properties = new TableProperties(new TableStyle { Val = "TableGrid" });
        if (rtl)
        {
            properties.Append(new BiDiVisual());
        }

        properties.Append(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { FirstRow = true, Val = "0020" });
        var written = new Table(properties, new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        written.Append(RowOf(table.Header, widths, rtl, heading: true));
        foreach (var row in table.Rows)
        {
            written.Append(RowOf(row, widths, rtl, heading: false));
        }

        return written;
    }

    private static List<string> Widths(DocxTable table)
    {
        var shares = table.Header.Select((_, i) => table.Widths is { } widths && i < widths.Count ? Math.Max(1, widths[i]) : 1).ToList();
        var whole = shares.Sum();
        return shares.ConvertAll(share => ((PageLength - (2 * Margin)) * share / whole).ToString(CultureInfo.InvariantCulture));
    }

    private static TableRow RowOf(IReadOnlyList<object?> cells, List<string> widths, bool rtl, bool heading)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (heading)
        {
            row.TableRowProperties!.Append(new TableHeader());
        }

        for (var i = 0; i < widths.Count; i++)
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = widths[i] }));
            if (heading)
            {
                cell.TableCellProperties!.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E8EEF2" });
            }

            foreach (var paragraph in Paragraphs(i < cells.Count ? Shown(cells[i]) : ""))
            {
                cell.Append(Paragraph(paragraph, heading ? "TableHeading" : "TableText", rtl));
            }

            row.Append(cell);
        }

        return row;
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        DateOnly day => Formats.Machine(day),
        DateTime instant => Formats.Machine(instant),
        IFormattable number when Cells.IsNumber(value) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>
    /// A line each; where a blank line or the white space around a line says something, all lines in one, which those who read the file back take as it stands.
    /// </summary>
    private static string[] Paragraphs(string text)
    {
        var lines = Lines(text);
        return lines.Length > 1 && Array.Exists(lines, line => line.Length == 0 || line != line.Trim()) ? [string.Join('\n', lines)] : lines;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static Paragraph Paragraph(string text, string? style, bool rtl, NumberingProperties? numbering = null)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
        {
            properties.Append(new ParagraphStyleId { Val = style });
        }

        if (numbering is not null)
        {
            properties.Append(numbering);
        }

        if (rtl)
        {
            properties.Append(new BiDi());
        }

        var paragraph = new Paragraph(properties);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                paragraph.Append(new Run(new Break()));
            }

            if (lines[i].Length > 0)
            {
                paragraph.Append(RunOf(lines[i], rtl));
            }
        }

        return paragraph;
    }

    /// <summary>Only a run that Word is told runs from the right takes the complex-script font and keeps its punctuation at the right end.</summary>
    private static Run RunOf(string text, bool rtl)
    {
        var arabic = text.Any(c => c is >= '\u0600' and <= '\u06FF');
        var properties = new RunProperties();
        if (arabic || (rtl && !text.Any(char.IsAsciiLetter)))
        {
            properties.Append(new RightToLeftText());
        }

        properties.Append(new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = "fr-MA", Bidi = "ar-MA" });
        return new Run(properties, new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static OpenXmlElement[] HeaderOf(DocxDocument document, bool rtl)
    {
        var lines = new List<OpenXmlElement> { Paragraph(document.Header, "Header", rtl) };
        if (document.Notice is { } notice)
        {
            lines.Add(Paragraph(notice, "Notice", rtl));
        }

        return [.. lines];
    }

    private static Paragraph FooterOf(DocxDocument document, bool rtl)
    {
        var footer = Paragraph(Formats.Date(document.Day) + " · ", "Footer", rtl);
        footer.Append(Field("PAGE"), new Run(new Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field("NUMPAGES"));
        return footer;
    }

    private static SimpleField Field(string code) => new(new Run(new Text("1"))) { Instruction = $" {code} " };

    private static SectionProperties Section(string header, string footer, bool rtl)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = PageLength, Height = PageWidth, Orient = PageOrientationValues.Landscape },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = Margin / 2, Footer = Margin / 2, Gutter = 0 });
        if (rtl)
        {
            section.Append(new BiDi());
        }

        return section;
    }

    private static string Clean(string text) => Cells.Clean(text);
}

/// <summary>A Word document as the answer of a page handler or of an endpoint.</summary>
public static class Docx
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static FileAnswer Result(string fileName, DocxDocument document) =>
        new(fileName, ContentType, (stream, cancellation) => Packages.SendAsync(stream, file => DocxFile.Write(file, document), cancellation));

    /// <summary>A document that was written before and kept.</summary>
    public static FileAnswer Result(string fileName, byte[] kept) => new(fileName, ContentType, (stream, cancellation) => stream.WriteAsync(kept, cancellation).AsTask());
}
