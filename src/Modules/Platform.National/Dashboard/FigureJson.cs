using Platform.Kernel.Indicators;
using Platform.Kernel.Text;

namespace Platform.National.Dashboard;

/// <summary>A page of figures of communes.</summary>
/// <param name="Period">The period of every figure.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Figures on a page.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Total">How many figures there are.</param>
/// <param name="Indicators">The indicators that were asked for; empty where none was.</param>
/// <param name="Snapshots">The figures, by indicator and commune.</param>
internal sealed record FiguresJson(
    string Period, int Page, int PageSize, int Pages, int Total, IReadOnlyList<IndicatorJson> Indicators, IReadOnlyList<FigureJson> Snapshots);

/// <summary>An indicator that the answer speaks of.</summary>
/// <param name="Code">Stable code of the indicator.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Kind"><c>count</c>, <c>percentage</c>, <c>ratio</c>, <c>score</c> or <c>scale</c>.</param>
/// <param name="Direction">Which way is better: <c>up</c>, <c>down</c> or <c>none</c>.</param>
/// <param name="RollUp">How the figures of communes become one of a region: <c>sum</c>, <c>population-mean</c>, <c>recompute</c> or <c>none</c>.</param>
/// <param name="RankingFloor">A ratio over fewer cases than this is shown but not ranked.</param>
internal sealed record IndicatorJson(
    string Code, LocalizedText Name, LocalizedText Unit, string Kind, string Direction, string RollUp, int? RankingFloor)
{
    public static IndicatorJson Of(StandardIndicator indicator) => new(
        indicator.Code,
        indicator.Name,
        indicator.Unit,
        MachineWord.Of(indicator.Kind),
        MachineWord.Of(indicator.Direction),
        MachineWord.Of(indicator.RollUp),
        indicator.RankingFloor);
}

/// <summary>The figure of one commune, in its highest version.</summary>
/// <param name="Commune">Slug of the commune.</param>
/// <param name="Code">Official code of the commune.</param>
/// <param name="Name">Name of the commune.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Period">Month (2026-10), quarter (2026-Q4) or year (2026).</param>
/// <param name="Version">1 when first taken; a correction is the next.</param>
/// <param name="Corrected">True where this version replaces an earlier one.</param>
/// <param name="Value">In the indicator's unit; null where there was nothing to divide by.</param>
/// <param name="Numerator">What was counted, of a percentage or ratio.</param>
/// <param name="Denominator">What it was counted over.</param>
/// <param name="MeasuredAt">The instant (UTC) that it was counted.</param>
/// <param name="Track">on-track, at-risk, off-track, or none where there is no target.</param>
/// <param name="Ranked">False where too few cases stand behind the figure to compare it, or where it has no better side.</param>
/// <param name="Demonstration">Counted from data that was generated to show the platform.</param>
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
/// <param name="Period">The period of every figure.</param>
/// <param name="Indicators">The indicators that were asked for; empty where none was.</param>
/// <param name="Regions">The figures, by indicator and region.</param>
internal sealed record RegionFiguresJson(string Period, IReadOnlyList<IndicatorJson> Indicators, IReadOnlyList<RegionFigureJson> Regions);

/// <summary>The figure of one region by the indicator's rule.</summary>
/// <param name="Region">Code of the region.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Value">None where the indicator is not rolled up.</param>
/// <param name="Numerator">Sum of the numerators, where the share is recomputed.</param>
/// <param name="Denominator">Sum of the denominators, where the share is recomputed.</param>
/// <param name="Communes">Communes that reported the figure.</param>
/// <param name="Of">Communes of the region that take part.</param>
/// <param name="Ranked">False where too few cases stand behind the figure to compare it, or where it has no better side.</param>
/// <param name="Demonstration">Demonstration data counts in it.</param>
internal sealed record RegionFigureJson(
    string Region, string Indicator, decimal? Value, decimal? Numerator, decimal? Denominator, int Communes, int Of, bool Ranked, bool Demonstration);
