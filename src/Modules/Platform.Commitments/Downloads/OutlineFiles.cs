using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Downloads;

/// <summary>A document of the commune as a file: a table with every language for spreadsheets, a text in the reader's language for Word.</summary>
internal sealed class OutlineFiles(IStringLocalizer<DownloadTexts> texts, IStringLocalizer<CommonTexts> common, CurrentCommune commune, TimeProvider time)
{
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";
    public const string Docx = "docx";

    public static IReadOnlyList<string> Formats { get; } = [Xlsx, Docx, Csv];

    /// <param name="name">What the file is called, after the commune and before its extension.</param>
    public IResult Answer(string format, string name, LocalizedText title, IReadOnlyList<OutlineRow> rows)
    {
        var file = $"{commune.Value.Slug}-{name}.{format}";
        return format switch
        {
            Csv => Ui.Csv.Result(file, Header(), rows.Select(Cells)),
            Xlsx => Ui.Xlsx.Result(file, [new XlsxSheet(title.In(Languages.Current), Header(), rows.Select(Cells))]),
            _ => Document(file, title.In(Languages.Current), Blocks(rows)),
        };
    }

    public FileAnswer Document(string file, string title, IEnumerable<DocxBlock> blocks) => Ui.Docx.Result(file, new DocxDocument(
        title,
        commune.Value.Name.In(Languages.Current),
        time.TodayInMorocco(),
        commune.Value.Demonstration ? common["DemonstrationText"].Value : null,
        Languages.Current,
        [.. blocks]));

    private string[] Header() =>
        [texts["Part"], texts["Number"], texts["Title"], texts["TitleFrench"], texts["TitleAmazigh"], texts["Text"], texts["TextFrench"], texts["TextAmazigh"]];

    private static object?[] Cells(OutlineRow row) =>
        [row.Part, row.Number, row.Title?.Ar, row.Title?.Fr, row.Title?.Zgh, row.Text?.Ar, row.Text?.Fr, row.Text?.Zgh];

    private static IEnumerable<DocxBlock> Blocks(IReadOnlyList<OutlineRow> rows)
    {
        var (part, items) = ("", new List<string>());
        foreach (var row in rows)
        {
            if ((row.Level > 0 || row.Part != part) && items.Count > 0)
            {
                yield return new DocxList([.. items]);
                items.Clear();
            }

            if (row.Part != part)
            {
                part = row.Part;
                yield return new DocxHeading(part, 1);
            }

            var title = string.Join(" ", new[] { row.Number, row.Title?.In(Languages.Current) }.OfType<string>());
            var text = SafeMarkdown.PlainText(row.Text?.In(Languages.Current));
            if (row.Level == 0)
            {
                items.Add(string.Join(": ", new[] { title, text }.Where(words => words.Length > 0)));
                continue;
            }

            if (title.Length > 0 && title != part)
            {
                yield return new DocxHeading(title, row.Level);
            }

            if (text.Length > 0)
            {
                yield return new DocxParagraph(text);
            }
        }

        if (items.Count > 0)
        {
            yield return new DocxList(items);
        }
    }
}
