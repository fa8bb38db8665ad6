using Microsoft.Extensions.Localization;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.Ui;

namespace Platform.National.Dashboard;

/// <summary>The dashboard as a file: exactly the communes of the filter, on all pages, in the order shown, with what stands behind each figure.</summary>
internal sealed class DashboardExport(IStringLocalizer<DashboardTexts> texts, IStringLocalizer<ComparisonTexts> compared, IStringLocalizer<CommonTexts> common, Words words)
{
    /// <summary>What stands beside each figure, by the key of its heading.</summary>
    private static readonly string[] FigureParts = ["Numerator", "Denominator", "Version", "MeasuredAt", "Track", "Ranked"];

    public FileAnswer Csv(DashboardRequest request, DashboardTable table, CommuneLinks links, Language language) =>
        Ui.Csv.Result(FileName(request, "csv"), Header(request, table, language), Rows(request, table, links, language));

    public FileAnswer Xlsx(DashboardRequest request, DashboardTable table, CommuneLinks links, Language language) => Ui.Xlsx.Result(
        FileName(request, "xlsx"),
        new XlsxSheet(texts["Figures"], Header(request, table, language), Rows(request, table, links, language)),
        new XlsxSheet(texts["Notes"], [texts["Indicator"], texts["Definition"], common["Unit"], texts["RuleTitle"], texts["Code"]], Notes(request, table, language)));

    private string FileName(DashboardRequest request, string extension) => $"{texts["FileName", request.Period]}.{extension}";

    private List<string> Header(DashboardRequest request, DashboardTable table, Language language)
    {
        List<string> header =
        [
            texts["Code"], texts["Commune"], common["Province"], common["Region"], common["Population"], common["Period"],
            texts["Charter"], texts["CharterAdoptedOn"], texts["Plan"], texts["PlanAdoptedOn"], texts["Openness"],
            texts["Activities"], texts["CompletedActivities"], texts["PlanProgress"],
        ];
        foreach (var indicator in request.Indicators)
        {
            var name = indicator.Name.In(language);
            header.Add(texts["ColumnOf", name, indicator.Unit.In(language)]);
            header.AddRange(
                from part in FigureParts
                select texts["ColumnOf", name, texts[part]].Value);
        }

        header.Add(texts["Site"]);
        if (table.Demonstration)
        {
            header.Add(compared["Demonstration"]);
        }

        return header;
    }

    private IEnumerable<IReadOnlyList<object?>> Rows(DashboardRequest request, DashboardTable table, CommuneLinks links, Language language) =>
        table.Rows.Select(row => Row(request, table, row, links, language));

    private List<object?> Row(DashboardRequest request, DashboardTable table, DashboardRow row, CommuneLinks links, Language language)
    {
        var (commune, progress) = (row.Commune, row.Progress);
        List<object?> cells =
        [
            commune.Code, commune.Name.In(language), commune.Province.In(language), commune.Region.In(language), commune.Population, request.Period.ToString(),
            words.Stage(progress?.CharterStage), progress?.CharterAdoptedOn, words.Stage(progress?.PlanStage), progress?.PlanAdoptedOn,
            words.Stage(progress?.OpennessStage), progress?.Activities, progress?.CompletedActivities, progress?.Progress,
        ];
        foreach (var indicator in request.Indicators)
        {
            cells.AddRange(Figure(indicator, row.Figure(indicator)));
        }

        cells.Add(links.Home(commune.Code));
        if (table.Demonstration)
        {
            cells.Add(common[row.Demonstration ? "Yes" : "No"].Value);
        }

        return cells;
    }

    private object?[] Figure(StandardIndicator indicator, NationalSnapshot? figure) => figure is null
        ? new object?[1 + FigureParts.Length]
        :
        [
            figure.Value, figure.Numerator, figure.Denominator, figure.Version, figure.MeasuredAt,
            figure.Track is { } track ? words.Track(track) : null,
            common[DashboardRow.Ranks(indicator, figure) ? "Yes" : "No"].Value,
        ];

    private IEnumerable<IReadOnlyList<object?>> Notes(DashboardRequest request, DashboardTable table, Language language)
    {
        foreach (var indicator in request.Indicators)
        {
            yield return [indicator.Name.In(language), indicator.Definition.In(language), indicator.Unit.In(language), words.RollUpRule(indicator), indicator.Code];
        }

        yield return [common["Period"].Value, Formats.Period(request.Period)];
        yield return [texts["FilterOf"].Value, Selection(request)];
        yield return [texts["Ranked"].Value, texts["ReadFloor"].Value];
        if (table.Demonstration)
        {
            yield return [compared["Demonstration"].Value, compared["DemonstrationNotice"].Value];
        }
    }

    private string Selection(DashboardRequest request)
    {
        var filter = request.Filter;
        var parts = new[]
        {
            filter.Region is { } region ? words.Region(region) : null,
            filter.Province,
            filter.Programme is { } programme ? words.Programme(programme) : null,
            request.SearchWords.Length > 0 ? request.SearchWords : null,
        };
        return filter.IsEmpty ? texts["Everything"] : string.Join(texts["Comma"], parts.Where(part => part is not null));
    }
}
