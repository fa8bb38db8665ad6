using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>The rows behind a figure as files.</summary>
internal static class RowDownloads
{
    public static IEndpointRouteBuilder MapRowDownloads(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "csv", (name, _, header, rows) => Csv.Result(name, header, rows));
        Map(endpoints, "xlsx", (name, sheet, header, rows) => Xlsx.Result(name, [new XlsxSheet(sheet, header, rows)]));
        return endpoints;
    }

    private static void Map(
        IEndpointRouteBuilder endpoints, string format,
        Func<string, string, IReadOnlyList<string>, IEnumerable<IReadOnlyList<object?>>, IResult> answer) => endpoints
        .MapGet("/indicators/{code}/rows." + format, async (
            string code, string? period, IndicatorReader reader, FigureReader figures, CurrentCommune commune, IStringLocalizer<IndicatorsTexts> texts,
            CancellationToken cancellation) =>
        {
            var rows = await RowsAnswer.ReadAsync(code, period, reader, figures, cancellation);
            return rows.Found is { } found
                ? answer(
                    string.Create(CultureInfo.InvariantCulture, $"{commune.Value.Slug}-{code}-{found.Period}{(found.Snapshot.Demonstration ? "-demonstration" : "")}.{format}"),
                    $"{code} {found.Period}",
                    Header(texts, found.Sheet.Indicator.MeasureKey),
                    found.Evidence?.Rows.Select(row => Cells(texts, commune.Value, found, row)) ?? [])
                : TypedResults.StatusCode(rows.Status);
        })
        .WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Indicators))
        .CacheOutput(PublicCache.Policy)
        .ExcludeFromDescription();

    private static string[] Header(IStringLocalizer texts, string? measure) =>
    [
        texts["ColumnPeriod"], texts["ColumnKey"], texts["ColumnRow"], texts["ColumnOn"], texts.StateColumn(measure), texts["ColumnNumerator"],
        texts["ColumnDenominator"], texts["ColumnAddress"], texts["ColumnDemonstration"],
    ];

    private static object?[] Cells(IStringLocalizer texts, Commune commune, RowsAnswer.Rows found, Kernel.Measures.MeasureRow row) =>
    [
        found.Period.ToString(),
        row.Key,
        IndicatorWords.LabelOf(row).In(Languages.Current),
        row.On,
        texts.StateWord(row.State),
        row.Numerator,
        found.HasDenominators ? row.Denominator : null,
        row.Link is { } link ? $"{commune.Address}/{Languages.Current.Tag}{link}" : null,
        texts[found.Snapshot.Demonstration ? "Yes" : "No"].Value,
    ];
}
