using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Platform.Commitments.Downloads;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>All indicators of the commune with their latest figures, as files.</summary>
internal static class IndicatorsExport
{
    public static void MapIndicatorsExport(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/indicators").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Indicators)).ExcludeFromDescription();
        foreach (var format in OutlineFiles.Formats)
        {
            files.MapGet("/export." + format, async (
                IndicatorReader reader, OutlineFiles outline, CurrentCommune commune, IStringLocalizer<IndicatorsTexts> texts,
                IStringLocalizer<DownloadTexts> names, CancellationToken cancellation) =>
            {
                var indicators = await reader.ListAsync(cancellation);
                return Answer(format, [.. indicators.Select(listed => Cells(listed, commune.Value, texts))], outline, commune.Value, texts, names);
            });
        }
    }

    private static FileAnswer Answer(
        string format, IReadOnlyList<IReadOnlyList<object?>> rows, OutlineFiles outline, Commune commune, IStringLocalizer texts, IStringLocalizer names)
    {
        string[] header =
        [
            texts["Code"], texts["Indicator"], names["TitleFrench"], texts["Definition"], texts["Unit"], texts["Periodicity"], texts["ColumnPeriod"], texts["Latest"],
            texts["Target"], names["TargetDue"], names["Demonstration"],
        ];
        var file = $"{commune.Slug}-{names["IndicatorsName"]}.{format}";
        return format switch
        {
            OutlineFiles.Csv => Csv.Result(file, header, rows),
            OutlineFiles.Xlsx => Xlsx.Result(file, [new XlsxSheet(texts["Indicators"], header, rows)]),
            _ => outline.Document(file, texts["Indicators"], [new DocxTable(header, rows, [4, 7, 7, 9, 4, 4, 4, 4, 3, 4, 4])]),
        };
    }

    private static object?[] Cells(ListedIndicator listed, Commune commune, IStringLocalizer texts)
    {
        var (indicator, latest) = (listed.Indicator, listed.Latest);
        return
        [
            indicator.Code,
            indicator.Name.Ar,
            indicator.Name.Fr,
            indicator.Definition.In(Languages.Current),
            indicator.Unit.In(Languages.Current),
            texts["Periodicity" + indicator.Periodicity].Value,
            latest?.Period.ToString(),
            latest?.Value,
            indicator.Target?.Value,
            indicator.Target?.Due,
            texts[commune.Demonstration || latest?.Demonstration == true ? "Yes" : "No"].Value,
        ];
    }
}
