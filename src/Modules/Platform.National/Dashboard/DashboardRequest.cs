using Microsoft.AspNetCore.Http;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Time;
using Platform.National.Comparison;

namespace Platform.National.Dashboard;

/// <summary>What a reader of the dashboard asked for.</summary>
/// <param name="Period">The period of every figure.</param>
/// <param name="Month">The month whose end tells stages and progress.</param>
/// <param name="Indicators">One at least and <see cref="MostIndicators"/> at most.</param>
/// <param name="LeftOut">How many more indicators were asked for than are shown.</param>
/// <param name="Sort">One of <see cref="CommuneLines.Columns"/>, the code of a chosen indicator, or an axis.</param>
/// <param name="Page">From 1.</param>
internal sealed record DashboardRequest(
    CommuneFilter Filter,
    string SearchWords,
    Period Period,
    Period Month,
    IReadOnlyList<StandardIndicator> Indicators,
    int LeftOut,
    string Sort,
    bool Descending,
    int Page)
{
    public const int MostIndicators = 6;
    public const int PageSize = 50;

    /// <summary>What the documents speak of most: a reader who chose nothing sees these.</summary>
    private static readonly string[] UsualIndicators =
        ["documents-in-force", "charter-signatory-associations", "plan-progress", "plan-activities-completed-share", "openness-milestones-kept-share"];

    /// <summary>The indicator whose trend is drawn and that shades the map: the one sorted by, or the first.</summary>
    public StandardIndicator Leading => SortedIndicator ?? Indicators[0];

    public StandardIndicator? SortedIndicator => Indicators.FirstOrDefault(indicator => indicator.Code == Sort);

    /// <param name="moreColumns">Columns to sort by beside those of every list and the chosen indicators.</param>
    /// <returns>Null where the query was refused: the reader knows with which status.</returns>
    public static DashboardRequest? Read(
        QueryReader reader,
        ReportedMonths months,
        IReadOnlyList<ListedCommune> communes,
        IStandardIndicators library,
        IEnumerable<string>? moreColumns = null)
    {
        var asked = reader.Indicators(library);
        var indicators = asked.Count > 0 ? [.. asked.Take(MostIndicators)] : Usual(library);
        var period = reader.Period() ?? months.Last;
        var filter = reader.Filter(communes);
        var words = reader.Search();
        var sort = reader.Sort([.. CommuneLines.Columns, .. indicators.Select(indicator => indicator.Code), .. moreColumns ?? []]);
        var descending = reader.Descending();
        var page = reader.Page();
        return reader.Understood(out _)
            ? new(
                filter, words, period, months.EndOf(period), indicators, Math.Max(0, asked.Count - MostIndicators), sort,
                descending ?? FirstDirection(sort, indicators), page)
            : null;
    }

    /// <summary>The direction that a column is first sorted in: names from the first letter, figures from the best, counts from the most.</summary>
    public static bool FirstDirection(string column, IEnumerable<StandardIndicator> indicators) =>
        indicators.FirstOrDefault(indicator => indicator.Code == column) is { } indicator
            ? indicator.Direction != Direction.Down
            : column is not (CommuneLines.Name or CommuneLines.Region or CommuneLines.Province);

    private static List<StandardIndicator> Usual(IStandardIndicators library)
    {
        var usual = library.All.Where(indicator => UsualIndicators.Contains(indicator.Code)).OrderBy(indicator => Array.IndexOf(UsualIndicators, indicator.Code)).ToList();
        return usual.Count > 0 ? usual : [.. library.All.Take(MostIndicators)];
    }
}
