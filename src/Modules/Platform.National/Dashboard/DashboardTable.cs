using Platform.Kernel.Indicators;
using Platform.National.Comparison;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>A page of communes with their figures, or all of them for an export.</summary>
/// <param name="Total">Communes of the selection, on all pages.</param>
internal sealed record DashboardTable(int Total, IReadOnlyList<DashboardRow> Rows)
{
    /// <summary>True where anything shown is demonstration data.</summary>
    public bool Demonstration => Rows.Any(row => row.Demonstration);
}

/// <summary>One commune.</summary>
/// <param name="Rank">Its place by the indicator that the table is sorted by, best first; none where it is not ranked.</param>
/// <param name="Figures">By code of the indicator.</param>
/// <param name="Trend">The leading indicator over the last periods, oldest first, with gaps.</param>
internal sealed record DashboardRow(
    NationalCommune Commune,
    NationalProgress? Progress,
    int? Rank,
    IReadOnlyDictionary<string, NationalSnapshot> Figures,
    IReadOnlyList<decimal?> Trend)
{
    public bool Demonstration => Commune.Demonstration || Progress is { Demonstration: true } || Figures.Values.Any(figure => figure.Demonstration);

    public NationalSnapshot? Figure(StandardIndicator indicator) => Figures.GetValueOrDefault(indicator.Code);

    public static bool Ranks(StandardIndicator indicator, NationalSnapshot? figure) =>
        figure is not null && RankingFloor.Ranks(indicator, figure.Value, figure.Denominator);
}
