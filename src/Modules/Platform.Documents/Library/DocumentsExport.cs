using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Documents.Library;

/// <summary><c>/documents/export.xlsx</c>: the list of what is published, with where each document is found; the files themselves are fetched there.</summary>
internal static class DocumentsExport
{
    private const int Most = 10_000;

    private static readonly string[] Formats = ["xlsx", "docx", "csv"];

    public static void MapDocumentsExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/documents").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Documents)).ExcludeFromDescription();
        foreach (var format in Formats)
        {
            files.MapGet("/export." + format, async (
                DocumentReader documents, CurrentCommune commune, TimeProvider time, IStringLocalizer<LibraryTexts> texts, IStringLocalizer<CommonTexts> common,
                CancellationToken cancellation) =>
            {
                var list = await documents.ListAsync(new DocumentFilter(), unpublished: false, 1, Most, cancellation);
                return Answer(format, list.Documents, commune.Value, time, texts, common);
            });
        }
    }

    private static FileAnswer Answer(
        string format, IReadOnlyList<ListedDocument> documents, Commune commune, TimeProvider time, IStringLocalizer texts, IStringLocalizer common)
    {
        var file = $"{commune.Slug}-{texts["FileName"].Value}.{format}";
        string[] header =
        [
            texts["ColumnNumber"], texts["Kind"], texts["Date"], texts["TitleArabic"], texts["TitleFrench"], texts["SummaryArabic"], texts["SummaryFrench"], texts["Origin"],
            texts["PublishedOn"], texts["Files"], texts["Address"],
        ];
        IReadOnlyList<IReadOnlyList<object?>> rows = [.. documents.Select(document => Row(document, commune, texts))];
        if (format == "csv")
        {
            return Csv.Result(file, header, rows);
        }

        if (format == "xlsx")
        {
            return Xlsx.Result(file, [new XlsxSheet(texts["Navigation"], header, rows)]);
        }

        // On paper only the columns that say something.
        var told = Enumerable.Range(0, header.Length).Where(column => column == 0 || rows.Any(row => row[column] is not null)).ToList();
        return Docx.Result(file, new DocxDocument(
            texts["Documents"],
            commune.Name.In(Languages.Current),
            time.TodayInMorocco(),
            commune.Demonstration ? common["DemonstrationText"].Value : null,
            Languages.Current,
            rows.Count == 0
                ? [new DocxParagraph(texts["NoDocuments"])]
                : [new DocxTable([.. told.Select(column => header[column])], [.. rows.Select(row => (IReadOnlyList<object?>)[.. told.Select(column => row[column])])], [.. told.Select(column => column is 0 or 2 or 8 ? 3 : 6)])]));
    }

    private static object?[] Row(ListedDocument document, Commune commune, IStringLocalizer texts) =>
    [
        document.Number, texts["Kind_" + document.Kind].Value, document.Date, document.Title.Ar, document.Title.Fr, document.Summary?.Ar, document.Summary?.Fr, document.Origin,
        document.PublishedAt is { } published ? DateOnly.FromDateTime(MoroccoTime.FromUtc(published)) : null,
        document.Files.Count == 0 ? null : string.Join('\n', document.Files.Select(file => FileOf(file, texts))),
        $"{commune.Address}/{Languages.Current.Tag}{document.Link}",
    ];

    private static string FileOf(DocumentFile file, IStringLocalizer texts)
    {
        var language = texts["Language_" + file.Language].Value;
        return (file.Variant == FileVariant.Original ? language : texts["VariantIn", texts["Variant_" + file.Variant].Value, language].Value) + " · " + texts["Format_" + file.FormatCode].Value;
    }
}
