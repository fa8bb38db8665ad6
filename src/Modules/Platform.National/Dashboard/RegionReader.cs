using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>Adds figures up by region, in the database: one line per region and indicator leaves it.</summary>
internal sealed class RegionReader(NationalContext db)
{
    /// <summary>Two queries, whatever the number of communes.</summary>
    public async Task<RegionTable> TableAsync(
        IEnumerable<StandardIndicator> indicators, Period period, CommuneFilter filter, CancellationToken cancellation) =>
        new(await SumsAsync(indicators, period, filter, cancellation), await CommunesAsync(filter, cancellation));

    /// <summary>The sums of each region that has a figure, by indicator and region.</summary>
    private async Task<IReadOnlyDictionary<(string Indicator, string Region), RegionSums>> SumsAsync(
        IEnumerable<StandardIndicator> indicators, Period period, CommuneFilter filter, CancellationToken cancellation)
    {
        var codes = indicators.Select(indicator => indicator.Code).ToList();
        var sums = await db.Set<NationalSnapshot>()
            .Where(row => codes.Contains(row.Indicator) && row.Period == period && row.Latest && row.Value != null)
            .Join(filter.Of(db.Set<NationalCommune>()), row => row.CommuneCode, commune => commune.Code, (row, commune) => new { row, commune })
            .GroupBy(pair => new { pair.row.Indicator, pair.commune.RegionCode })
            .Select(group => new
            {
                group.Key.Indicator,
                group.Key.RegionCode,
                Communes = group.Count(),
                Values = group.Sum(pair => pair.row.Value ?? 0),
                Weighed = group.Sum(pair => (pair.row.Value ?? 0) * pair.commune.Population),
                Population = group.Sum(pair => pair.commune.Population),
                Numerators = group.Sum(pair => pair.row.Denominator == null ? 0 : pair.row.Numerator ?? 0),
                Denominators = group.Sum(pair => pair.row.Numerator == null ? 0 : pair.row.Denominator ?? 0),
                Demonstrations = group.Sum(pair => pair.row.Demonstration || pair.commune.Demonstration ? 1 : 0),
            })
            .ToListAsync(cancellation);
        return sums.ToDictionary(
            sum => (sum.Indicator, sum.RegionCode),
            sum => new RegionSums(sum.Communes, sum.Values, sum.Weighed, sum.Population, sum.Numerators, sum.Denominators, sum.Demonstrations));
    }

    /// <summary>How many communes of the selection each region has, by code of the region.</summary>
    private Task<Dictionary<string, int>> CommunesAsync(CommuneFilter filter, CancellationToken cancellation) =>
        filter.Of(db.Set<NationalCommune>())
            .GroupBy(commune => commune.RegionCode)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
}
