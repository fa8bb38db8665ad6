using Platform.Kernel.Indicators;
using Platform.Kernel.Text;

namespace Platform.National.Dashboard;

/// <summary>A page of figures of communes.</summary>
internal sealed record FiguresJson(
    string Period, int Page, int PageSize, int Pages, int Total, IReadOnlyList<IndicatorJson> Indicators, IReadOnlyList<FigureJson> Snapshots);

/// <summary>An indicator that the answer speaks of.</summary>
internal sealed record IndicatorJson(
    string Code, LocalizedText Name, LocalizedText Unit, string Kind, string Direction, string RollUp, int? RankingFloor)
{
    public static IndicatorJson Of(StandardIndicator indicator) => new(
        indicator.Code,
        indicator.Name,
        indicator.Unit,
        Hyphenated(indicator.Kind.ToString()),
        Hyphenated(indicator.Direction.ToString()),
        Hyphenated(indicator.RollUp.ToString()),
        indicator.RankingFloor);

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}

/// <summary>The figure of one commune, in its highest version.</summary>
/// <param name="Commune">Slug of the commune.</param>
/// <param name="Code">Official code of the commune.</param>
/// <param name="Corrected">True where this version replaces an earlier one.</param>
/// <param name="Track">on-track, at-risk, off-track, or none where there is no target.</param>
/// <param name="Ranked">False where too few cases stand behind the figure to compare it, or where it has no better side.</param>
internal sealed record FigureJson(
    string Commune,
    string Code,
    LocalizedText Name,
    string Region,
    string Indicator,
    string Period,
    int Version,
    bool Corrected,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    DateTime MeasuredAt,
    string? Track,
    bool Ranked,
    bool Demonstration);

/// <summary>Figures of regions.</summary>
internal sealed record RegionFiguresJson(string Period, IReadOnlyList<IndicatorJson> Indicators, IReadOnlyList<RegionFigureJson> Regions);

/// <summary>The figure of one region by the indicator's rule.</summary>
/// <param name="Value">None where the indicator is not rolled up.</param>
/// <param name="Communes">Communes that reported the figure.</param>
/// <param name="Of">Communes of the region that take part.</param>
internal sealed record RegionFigureJson(
    string Region, string Indicator, decimal? Value, decimal? Numerator, decimal? Denominator, int Communes, int Of, bool Ranked, bool Demonstration);
