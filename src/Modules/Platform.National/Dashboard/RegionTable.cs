using Platform.Kernel.Indicators;
using Platform.National.Comparison;

namespace Platform.National.Dashboard;

/// <summary>Sums by region, and what each indicator's rule makes of them.</summary>
/// <param name="Sums">By code of the indicator and of the region; absent where no commune of the region has a figure.</param>
/// <param name="Communes">Communes of the selection, by code of the region.</param>
internal sealed record RegionTable(
    IReadOnlyDictionary<(string Indicator, string Region), RegionSums> Sums, IReadOnlyDictionary<string, int> Communes)
{
    public bool Demonstration => Sums.Values.Any(sums => sums.Demonstrations > 0);

    public bool IsEmpty => Sums.Count == 0;

    /// <summary>The sums of a region, or of the whole country where no region is named.</summary>
    public RegionSums Of(StandardIndicator indicator, string? region = null) => region is not null
        ? Sums.GetValueOrDefault((indicator.Code, region), RegionSums.Zero)
        : Regions.Codes.Aggregate(RegionSums.Zero, (all, code) => all + Sums.GetValueOrDefault((indicator.Code, code), RegionSums.Zero));

    /// <summary>The figure of a region, or of the whole country where no region is named.</summary>
    public decimal? Value(StandardIndicator indicator, string? region = null) => RollUpRules.Value(indicator, Of(indicator, region));

    public int CommunesOf(string? region = null) => region is null ? Communes.Values.Sum() : Communes.GetValueOrDefault(region);
}
