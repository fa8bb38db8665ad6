using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Platform.Ui.Office;

/// <summary>
/// Paragraphs and tables of a Word document, in order. Cells merged across and down are repeated; a table within a cell is a table of its own when it
/// has rows and columns, and lines of the cell otherwise. Deleted and moved text, field codes and hidden alternatives are left out.
/// </summary>
internal sealed class DocxReader
{
    private const int Title = 0;
    private const string Restart = "restart";
    private static readonly string[] Aside = ["del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr"];

    private readonly OfficeBudget budget = new();
    private readonly Dictionary<string, int> levels;
    private int tables;

    private DocxReader(Dictionary<string, int> levels) => this.levels = levels;

    public static OfficeFile Read(OfficePackage package)
    {
        using var reader = package.Read(package.Main, OfficeLimits.Document);
        var document = XDocument.Load(reader);
        var body = document.Root?.Elements().FirstOrDefault(child => child.Name.LocalName == "body")
            ?? throw new OfficeRefusedException(OfficeRefusal.Corrupt);
        var blocks = new List<OfficeBlock>();
        new DocxReader(Levels(package)).Blocks(body, blocks, 0);
        return blocks.Count == 0 ? throw new OfficeRefusedException(OfficeRefusal.Empty) : new OfficeFile(OfficeFormat.Docx, blocks);
    }

    /// <summary>Which styles are headings, and of which level: their ids differ with the language of Word, their names do not.</summary>
    private static Dictionary<string, int> Levels(OfficePackage package)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        var part = package.Relations(package.Main).Values.FirstOrDefault(relation => relation.Type.EndsWith("/styles", StringComparison.Ordinal)).Part;
        if (part is null || !package.Has(part))
        {
            return levels;
        }

        using var reader = package.Read(part, OfficeLimits.Document);
        foreach (var style in XDocument.Load(reader).Root?.Elements().Where(child => child.Name.LocalName == "style") ?? [])
        {
            var name = Value(Child(style, "name"))?.ToLowerInvariant() ?? "";
            var level = Whole(Value(Child(style, "pPr", "outlineLvl"))) is { } outline and < 9 ? outline + 1
                : name == "title" ? Title
                : name.StartsWith("heading ", StringComparison.Ordinal) ? Whole(name[8..])
                : null;
            if (level is { } known && Attribute(style, "styleId") is { } id)
            {
                levels[id] = known;
            }
        }

        return levels;
    }

    private void Blocks(XElement container, List<OfficeBlock> blocks, int depth)
    {
        if (depth > OfficeLimits.Depth * 4)
        {
            throw new OfficeRefusedException(OfficeRefusal.NestedTooDeep);
        }

        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p":
                    Paragraph(child, blocks);
                    break;
                case "tbl":
                    Table(child, blocks, depth + 1);
                    break;
                case var name when !Aside.Contains(name):
                    Blocks(child, blocks, depth + 1);
                    break;
            }
        }
    }

    private void Paragraph(XElement paragraph, List<OfficeBlock> blocks)
    {
        var text = Text(paragraph);
        if (text.Length > 0)
        {
            var style = Value(Child(paragraph, "pPr", "pStyle"));
            var outline = Whole(Value(Child(paragraph, "pPr", "outlineLvl")));
            int? level = outline is < 9 ? outline + 1 : style is not null && levels.TryGetValue(style, out var known) ? known : null;
            blocks.Add(new OfficeParagraph(text, level, IsItem(paragraph)));
        }
    }

    private static bool IsItem(XElement paragraph) => Child(paragraph, "pPr", "numPr") is { } numbering && Value(Child(numbering, "numId")) != "0";

    private void Table(XElement table, List<OfficeBlock> blocks, int depth)
    {
        if (depth > OfficeLimits.Depth)
        {
            throw new OfficeRefusedException(OfficeRefusal.NestedTooDeep);
        }

        var rows = new List<SheetRow>();
        var inner = new List<OfficeBlock>();
        var above = new List<SheetCell>();
        var place = blocks.Count;
        var own = ++tables;
        var number = 0;
        foreach (var row in Rows(table))
        {
            number++;
            var cells = Cells(row, above, inner, depth);
            above = cells;
            if (cells.Exists(cell => !cell.IsEmpty))
            {
                budget.Row();
                rows.Add(new SheetRow(number, cells));
            }
        }

        if (rows.Count > 0)
        {
            blocks.Insert(place, new SheetTable(null, own, rows));
        }

        blocks.AddRange(inner);
    }

    private List<SheetCell> Cells(XElement row, List<SheetCell> above, List<OfficeBlock> inner, int depth)
    {
        var cells = new List<SheetCell>();
        var skipped = Whole(Value(Child(row, "trPr", "gridBefore"))) ?? 0;
        Add(cells, SheetCell.Empty, skipped);
        foreach (var cell in Parts(row, "tc"))
        {
            var properties = Child(cell, "tcPr");
            var span = Math.Max(1, Whole(Value(properties is null ? null : Child(properties, "gridSpan"))) ?? 1);
            var down = properties is null ? null : Child(properties, "vMerge");
            var across = properties is null ? null : Child(properties, "hMerge");
            var at = cells.Count;
            if (down is not null && Value(down) != Restart)
            {
                Add(cells, at < above.Count ? above[at] with { Repeated = true } : SheetCell.Empty, span);
            }
            else if (across is not null && Value(across) != Restart && at > 0)
            {
                Add(cells, cells[at - 1] with { Repeated = true }, span);
            }
            else
            {
                var read = Cell(cell, inner, depth);
                Add(cells, read, 1);
                Add(cells, read with { Repeated = true }, span - 1);
            }
        }

        return cells;
    }

    private void Add(List<SheetCell> cells, SheetCell cell, int times)
    {
        for (var i = 0; i < times; i++)
        {
            OfficeBudget.Column(cells.Count);
            budget.Text(cell.Repeated ? cell.Text.Length : 0);
            cells.Add(cell);
        }
    }

    private SheetCell Cell(XElement cell, List<OfficeBlock> inner, int depth)
    {
        var blocks = new List<OfficeBlock>();
        Blocks(cell, blocks, depth);
        var (lines, items) = (new List<string>(), 0);
        foreach (var block in blocks)
        {
            switch (block)
            {
                case OfficeParagraph paragraph:
                    lines.Add(paragraph.Text);
                    items += paragraph.Item ? 1 : 0;
                    break;
                case SheetTable table when table.Rows.Count < 2 || table.Rows.Max(row => row.Cells.Count) < 2:
                    lines.AddRange(table.Rows.Select(row => string.Join(' ', row.Cells.Where(part => part is { IsEmpty: false, Repeated: false }).Select(part => part.Text))));
                    break;
                case SheetTable table:
                    inner.Add(table);
                    break;
            }
        }

        return lines.Count == 0 ? SheetCell.Empty : new SheetCell(string.Join('\n', lines), Items: items > 0 && items == lines.Count);
    }

    /// <summary>The rows, also where a form field or a revision stands around them.</summary>
    private static IEnumerable<XElement> Rows(XElement table) => Parts(table, "tr");

    private static IEnumerable<XElement> Parts(XElement container, string name)
    {
        foreach (var child in container.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml" or "smartTag")
            {
                foreach (var part in Parts(child, name))
                {
                    yield return part;
                }
            }
        }
    }

    private string Text(XElement paragraph)
    {
        var text = new StringBuilder();
        var waiting = new Stack<XElement>();
        waiting.Push(paragraph);
        while (waiting.TryPop(out var element))
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    text.Append(element.Value);
                    break;
                case "tab" or "ptab":
                    text.Append(' ');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case var name when !Aside.Contains(name):
                    foreach (var child in element.Elements().Reverse())
                    {
                        waiting.Push(child);
                    }

                    break;
            }
        }

        budget.Text(text.Length);
        return text.ToString().ReplaceLineEndings("\n").Trim();
    }

    private static XElement? Child(XElement element, params ReadOnlySpan<string> path)
    {
        XElement? found = element;
        foreach (var name in path)
        {
            XElement? next = null;
            foreach (var child in found.Elements())
            {
                next ??= child.Name.LocalName == name ? child : null;
            }

            if (next is null)
            {
                return null;
            }

            found = next;
        }

        return found;
    }

    private static string? Value(XElement? element) => element is null ? null : Attribute(element, "val");

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 1000) : null;
}
