using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>Reads communes × indicators. However many communes report, a page costs the same few queries and loads the rows that it shows.</summary>
internal sealed class DashboardReader(NationalContext db)
{
    /// <summary>How many periods a trend goes back, the shown one included.</summary>
    public const int TrendLength = 12;

    /// <summary>One page.</summary>
    public async Task<DashboardTable> PageAsync(DashboardRequest request, Language language, CancellationToken cancellation)
    {
        var total = await request.Filter.Of(db.Set<NationalCommune>()).CountAsync(cancellation);
        var before = (request.Page - 1) * DashboardRequest.PageSize;
        var lines = await Sorted(request, language).Skip(before).Take(DashboardRequest.PageSize).AsNoTracking().ToListAsync(cancellation);
        var codes = lines.ConvertAll(line => line.Commune.Code);
        var indicators = request.Indicators.Select(indicator => indicator.Code).ToList();
        var figures = await db.Set<NationalSnapshot>().AsNoTracking()
            .Where(row => codes.Contains(row.CommuneCode) && indicators.Contains(row.Indicator) && row.Period == request.Period && row.Latest)
            .ToListAsync(cancellation);
        var trends = await TrendsAsync(request, codes, cancellation);
        var ranks = await RanksAsync(request, lines, before, cancellation);
        return new(total, Rows(lines, figures, trends, ranks));
    }

    /// <summary>Everything that the filter selects, for an export.</summary>
    public async Task<DashboardTable> AllAsync(DashboardRequest request, Language language, CancellationToken cancellation)
    {
        var lines = await Sorted(request, language).AsNoTracking().ToListAsync(cancellation);
        var indicators = request.Indicators.Select(indicator => indicator.Code).ToList();
        var figures = await db.Set<NationalSnapshot>().AsNoTracking()
            .Where(row => indicators.Contains(row.Indicator) && row.Period == request.Period && row.Latest)
            .Join(request.Filter.Of(db.Set<NationalCommune>()), row => row.CommuneCode, commune => commune.Code, (row, _) => row)
            .ToListAsync(cancellation);
        return new(lines.Count, Rows(lines, figures, Array.Empty<TrendValue>().ToLookup(value => value.CommuneCode), await RanksAsync(request, lines, 0, cancellation)));
    }

    /// <summary>The last periods up to this one, oldest first.</summary>
    public static IReadOnlyList<Period> Window(Period period, int length = TrendLength)
    {
        var window = new List<Period>();
        for (var each = period; window.Count < length; each = each.Previous())
        {
            window.Add(each);
        }

        window.Reverse();
        return window;
    }

    private IQueryable<CommuneLine> Sorted(DashboardRequest request, Language language)
    {
        var lines = CommuneLines.Of(db, request.Filter, request.Month);
        return request.SortedIndicator is { } indicator
            ? lines.WithFigure(db, indicator.Code, request.Period).ByFigure(indicator, request.Descending, language)
            : lines.By(request.Sort, request.Descending, language);
    }

    private async Task<ILookup<string, TrendValue>> TrendsAsync(DashboardRequest request, List<string> codes, CancellationToken cancellation)
    {
        var leading = request.Leading.Code;
        var window = Window(request.Period);
        var values = await db.Set<NationalSnapshot>()
            .Where(row => codes.Contains(row.CommuneCode) && row.Indicator == leading && window.Contains(row.Period) && row.Latest)
            .Select(row => new TrendValue(row.CommuneCode, row.Period, row.Value))
            .ToListAsync(cancellation);
        var byCommune = values.ToDictionary(value => (value.CommuneCode, value.Period));
        return codes
            .SelectMany(code => window.Select(period => byCommune.GetValueOrDefault((code, period)) ?? new TrendValue(code, period, null)))
            .ToLookup(value => value.CommuneCode);
    }

    private async Task<Dictionary<string, int>> RanksAsync(DashboardRequest request, List<CommuneLine> lines, int before, CancellationToken cancellation)
    {
        if (request.SortedIndicator is not { } indicator
            || indicator.Direction == Direction.None
            || request.Descending != (indicator.Direction == Direction.Up))
        {
            return [];
        }

        var ranked = lines.Where(line => DashboardRow.Ranks(indicator, line.Figure)).ToList();
        if (ranked.Count == 0)
        {
            return [];
        }

        // Ranked lines come first, so those before this page are all ranked; only ties across the page's edge need the database.
        var better = before == 0 ? 0 : await BetterAsync(request, indicator, ranked[0].Figure!.Value!.Value, cancellation);
        var ranks = Ranks.Of(ranked.ConvertAll(line => line.Figure!.Value!.Value), better, before);
        return ranked.Zip(ranks).ToDictionary(pair => pair.First.Commune.Code, pair => pair.Second);
    }

    private Task<int> BetterAsync(DashboardRequest request, StandardIndicator indicator, decimal than, CancellationToken cancellation)
    {
        var figures = CommuneLines.Of(db, request.Filter, request.Month).WithFigure(db, indicator.Code, request.Period).Select(line => line.Figure!);
        figures = indicator.RankingFloor is { } floor ? figures.Where(figure => figure.Denominator >= floor) : figures;
        return indicator.Direction == Direction.Up
            ? figures.CountAsync(figure => figure.Value > than, cancellation)
            : figures.CountAsync(figure => figure.Value < than, cancellation);
    }

    private static List<DashboardRow> Rows(
        List<CommuneLine> lines, List<NationalSnapshot> figures, ILookup<string, TrendValue> trends, Dictionary<string, int> ranks)
    {
        var byCommune = figures.ToLookup(figure => figure.CommuneCode);
        return lines.ConvertAll(line => new DashboardRow(
            line.Commune,
            line.Progress,
            ranks.TryGetValue(line.Commune.Code, out var rank) ? rank : null,
            byCommune[line.Commune.Code].ToDictionary(figure => figure.Indicator),
            [.. trends[line.Commune.Code].Select(value => value.Value)]));
    }

    private sealed record TrendValue(string CommuneCode, Period Period, decimal? Value);
}
