using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Kernel.Text;

namespace Platform.Ui;

/// <summary>The styles of exported documents, under the names that Word knows: its outline and table of contents work.</summary>
internal static class DocxStyles
{
    private const string Accent = "1F4E5F";

    public static Styles Of(Language language, string font) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = font, HighAnsi = font, ComplexScript = font },
                new FontSize { Val = "22" },
                new FontSizeComplexScript { Val = "24" },
                new Languages { Val = language.Culture.Name, Bidi = "ar-MA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", isDefault: true),
        Style("Title", "Title", Size(36), outline: null, bold: true, colour: Accent),
        Style("Heading1", "heading 1", Size(28), outline: 0, bold: true, colour: Accent),
        Style("Heading2", "heading 2", Size(25), outline: 1, bold: true),
        Style("Heading3", "heading 3", Size(23), outline: 2, bold: true),
        Style("ListParagraph", "List Paragraph"),
        Style("Header", "header", Size(18), colour: "595959"),
        Style("Footer", "footer", Size(18), colour: "595959"),
        Style("Notice", "Notice", Size(18), bold: true, colour: "9C2B10"),
        Style("TableText", "Table Text", Size(18), tight: true),
        Style("TableHeading", "Table Heading", Size(18), bold: true, tight: true),
        Grid());

    /// <summary>A bulleted list.</summary>
    public static Numbering Bullets(int id) => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.HybridMultilevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Bullet },
                new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Start = "500", Hanging = "300" }))
            {
                LevelIndex = 0,
            })
        {
            AbstractNumberId = id,
        },
        new NumberingInstance(new AbstractNumId { Val = id }) { NumberID = id });

    private static string Size(int halfPoints) => halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Style Style(
        string id, string name, string? size = null, int? outline = null, bool bold = false, string? colour = null, bool isDefault = false, bool tight = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        if (tight)
        {
            paragraph.Append(new SpacingBetweenLines { After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        if (paragraph.HasChildren)
        {
            style.Append(paragraph);
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        }

        if (run.HasChildren)
        {
            style.Append(run);
        }

        return style;
    }

    private static Style Grid()
    {
        var (val, size, colour) = (BorderValues.Single, 4U, "A6A6A6");
        return new Style(
            new StyleName { Val = "Table Grid" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = val, Size = size, Color = colour },
                    new StartBorder { Val = val, Size = size, Color = colour },
                    new BottomBorder { Val = val, Size = size, Color = colour },
                    new EndBorder { Val = val, Size = size, Color = colour },
                    new InsideHorizontalBorder { Val = val, Size = size, Color = colour },
                    new InsideVerticalBorder { Val = val, Size = size, Color = colour }),
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        {
            Type = StyleValues.Table,
            StyleId = "TableGrid",
        };
    }
}
