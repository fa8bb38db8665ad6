using System.Globalization;
using System.Text;
using System.Xml;

namespace Platform.Ui.Office;

/// <summary>The visible sheets of a workbook. Formulas are not computed: what Excel last showed is read.</summary>
internal sealed class XlsxReader
{
    private const string Visible = "visible";

    /// <summary>Cells that merges may cover together: overlapping ones, which no program writes, could be made to cost hours.</summary>
    private const int Covered = 2_000_000;

    private readonly OfficePackage package;
    private readonly OfficeBudget budget = new();
    private readonly List<string> strings = [];
    private readonly Dictionary<string, (string Part, string Type)> relations;
    private XlsxNumbers numbers = new([], false);

    private XlsxReader(OfficePackage package) => (this.package, relations) = (package, package.Relations(package.Main));

    public static OfficeFile Read(OfficePackage package)
    {
        var tables = new XlsxReader(package).Tables();
        return tables.Count == 0 ? throw new OfficeRefusedException(OfficeRefusal.Empty) : new OfficeFile(OfficeFormat.Xlsx, tables);
    }

    private List<SheetTable> Tables()
    {
        var (sheets, from1904) = Workbook();
        numbers = new XlsxNumbers(PartOf("/styles") is { } styles ? Formats(styles) : [], from1904);
        if (PartOf("/sharedStrings") is { } shared)
        {
            ReadStrings(shared);
        }

        var tables = new List<SheetTable>();
        foreach (var (name, part) in sheets)
        {
            var rows = Sheet(part);
            if (rows.Count > 0)
            {
                tables.Add(new SheetTable(name, tables.Count + 1, rows));
            }
        }

        return tables;
    }

    private string? PartOf(string type) =>
        relations.Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Part is { } part && package.Has(part) ? part : null;

    private (List<(string Name, string Part)> Sheets, bool From1904) Workbook()
    {
        var (sheets, from1904) = (new List<(string, string)>(), false);
        using var reader = package.Read(package.Main);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet" && (reader.GetAttribute("state") ?? Visible) == Visible
                && Attribute(reader, "id") is { } id && relations.TryGetValue(id, out var sheet) && sheet.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                sheets.Add((reader.GetAttribute("name") ?? "", sheet.Part));
            }
        }

        return (sheets, from1904);
    }

    /// <summary>An attribute in the namespace of relations, which differs between the two editions of the standard.</summary>
    private static string? Attribute(XmlReader reader, string name)
    {
        string? value = null;
        while (value is null && reader.MoveToNextAttribute())
        {
            value = reader.LocalName == name && reader.NamespaceURI.Length > 0 ? reader.Value : null;
        }

        reader.MoveToElement();
        return value;
    }

    /// <summary>The format of each cell style, by its place.</summary>
    private List<string> Formats(string part)
    {
        var (own, formats, inCells) = (new Dictionary<int, string>(), new List<string>(), false);
        using var reader = package.Read(part);
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "numFmt") when int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id):
                    own[id] = reader.GetAttribute("formatCode") ?? "";
                    break;
                case (XmlNodeType.Element, "cellXfs"):
                    inCells = true;
                    break;
                case (XmlNodeType.EndElement, "cellXfs"):
                    inCells = false;
                    break;
                case (XmlNodeType.Element, "xf") when inCells:
                    _ = int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var used);
                    formats.Add(own.GetValueOrDefault(used) ?? XlsxNumbers.BuiltIn(used));
                    break;
            }
        }

        return formats;
    }

    private void ReadStrings(string part)
    {
        using var reader = package.Read(part);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(Rich(reader));
            }
        }
    }

    /// <summary>All runs of a text, without the reading aids that Asian languages write above it.</summary>
    private string Rich(XmlReader reader)
    {
        var text = new StringBuilder();
        using var inner = reader.ReadSubtree();
        inner.Read();
        while (inner.Read())
        {
            while (inner is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                inner.Skip();
            }

            if (inner is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA })
            {
                text.Append(inner.Value);
            }
        }

        budget.Text(text.Length);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private List<SheetRow> Sheet(string part)
    {
        var (rows, merges) = (new SortedDictionary<int, SortedDictionary<int, string>>(), new List<Range>());
        using var reader = package.Read(part);
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    row = int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var at) && at > row ? at : row + 1;
                    column = 0;
                    break;
                case (XmlNodeType.Element, "c"):
                    column = ColumnOf(reader.GetAttribute("r")) ?? column;
                    if (Value(reader) is { Length: > 0 } text)
                    {
                        OfficeBudget.Column(column);
                        Keep(rows, row, column, text);
                    }

                    column++;
                    break;
                case (XmlNodeType.Element, "mergeCell") when merges.Count < OfficeLimits.Rows && Range.Parse(reader.GetAttribute("ref")) is { } range:
                    merges.Add(range);
                    break;
            }
        }

        return Spread(rows, merges);
    }

    private void Keep(SortedDictionary<int, SortedDictionary<int, string>> rows, int row, int column, string text)
    {
        if (!rows.TryGetValue(row, out var cells))
        {
            budget.Row();
            rows[row] = cells = [];
        }

        // A text that many cells share counts each time.
        budget.Text(text.Length);
        cells[column] = text;
    }

    private string Value(XmlReader reader)
    {
        var type = reader.GetAttribute("t");
        _ = int.TryParse(reader.GetAttribute("s"), CultureInfo.InvariantCulture, out var style);
        if (reader.IsEmptyElement)
        {
            return "";
        }

        string? value = null;
        using var cell = reader.ReadSubtree();
        cell.Read();
        while (cell.Read())
        {
            if (cell is { NodeType: XmlNodeType.Element, LocalName: "is" })
            {
                value = Rich(cell);
            }
            else if (cell is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
            {
                value = Rich(cell);
            }
        }

        return value is null ? "" : type switch
        {
            "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var shared) && shared >= 0 && shared < strings.Count ? strings[shared] : "",
            null or "n" => numbers.Show(value, style),
            "d" => value.Replace('T', ' ').Replace(" 00:00:00", "", StringComparison.Ordinal),
            _ => value,
        };
    }

    /// <summary>Repeats the text of merged cells, within the rows that hold anything: a merge can span the million rows of a sheet.</summary>
    private List<SheetRow> Spread(SortedDictionary<int, SortedDictionary<int, string>> rows, List<Range> merges)
    {
        var repeated = new HashSet<(int, int)>();
        var filled = rows.ToList();
        var last = rows.Values.Select(cells => cells.Keys.Last()).DefaultIfEmpty(-1).Max();
        var covered = 0;
        foreach (var merge in merges)
        {
            if (!rows.TryGetValue(merge.FirstRow, out var first) || !first.TryGetValue(merge.FirstColumn, out var text))
            {
                continue;
            }

            foreach (var (row, cells) in filled.SkipWhile(row => row.Key < merge.FirstRow).TakeWhile(row => row.Key <= merge.LastRow))
            {
                for (var column = merge.FirstColumn; column <= Math.Min(merge.LastColumn, last); column++)
                {
                    if (++covered > Covered)
                    {
                        throw new OfficeRefusedException(OfficeRefusal.TooManyColumns);
                    }

                    if (cells.TryAdd(column, text))
                    {
                        budget.Text(text.Length);
                        repeated.Add((row, column));
                    }
                }
            }
        }

        return
        [
            .. rows.Select(row => new SheetRow(
                row.Key,
                [
                    .. Enumerable.Range(0, row.Value.Keys.Last() + 1).Select(column =>
                        row.Value.TryGetValue(column, out var text) ? new SheetCell(text, repeated.Contains((row.Key, column))) : SheetCell.Empty),
                ])),
        ];
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is >= 'A' and <= 'Z' && column < 20000)
            {
                column = (column * 26) + c - 'A' + 1;
            }
            else
            {
                break;
            }
        }

        return column == 0 ? null : column - 1;
    }

    private sealed record Range(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
    {
        public static Range? Parse(string? reference)
        {
            var ends = (reference ?? "").Split(':');
            return ends.Length == 2 && ColumnOf(ends[0]) is { } firstColumn && ColumnOf(ends[1]) is { } lastColumn
                && Row(ends[0]) is { } firstRow && Row(ends[1]) is { } lastRow
                ? new Range(firstRow, firstColumn, lastRow, lastColumn)
                : null;
        }

        private static int? Row(string end) =>
            int.TryParse(end.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture, out var row) ? row : null;
    }
}
