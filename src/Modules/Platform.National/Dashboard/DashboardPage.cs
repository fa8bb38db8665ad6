using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.National.StandardLibrary;
using Platform.Ui.Sites;

namespace Platform.National.Dashboard;

/// <summary>What every page of the dashboard needs: the question as it was asked, and what there is to choose from.</summary>
internal abstract class DashboardPage(NationalContext db, ICommuneCatalog catalog, WordedLibrary library, TimeProvider time) : NationalPage
{
    public DashboardRequest Asked { get; private set; } = null!;

    public ReportedMonths Months { get; private set; } = null!;

    public IReadOnlyList<ListedCommune> Communes { get; private set; } = [];

    public CommuneLinks Links { get; private set; } = null!;

    public IReadOnlyList<StandardIndicator> Library => Worded.All;

    /// <summary>The library as it was worded for the period that was asked for.</summary>
    protected IStandardIndicators Worded { get; private set; } = null!;

    /// <summary>Provinces to choose from, those of the chosen region where there is one.</summary>
    public IEnumerable<(string Code, LocalizedText Name)> Provinces => Communes
        .Where(listed => Asked.Filter.Region is not { } region || listed.RegionCode == region)
        .Select(listed => (Code: NationalCommune.ProvinceCodeOf(listed.Commune.Code), Name: listed.Commune.Province))
        .DistinctBy(province => province.Code)
        .OrderBy(province => Folding.Fold(province.Name.In(Language)), StringComparer.Ordinal);

    public IEnumerable<string> Programmes => Communes
        .SelectMany(listed => listed.Memberships.Select(member => member.Programme))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>Somebody chose what is shown: the choices stay open.</summary>
    public bool Filtered => !Asked.Filter.IsEmpty || Request.Query.ContainsKey("indicator") || Request.Query.ContainsKey("period");

    /// <summary>This page with other values in its query; null takes a value away.</summary>
    public string With(params ReadOnlySpan<(string Key, string? Value)> changes) => At(Request.Path, changes);

    /// <summary>Another page with this page's query.</summary>
    public string At(PathString path, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = QueryString.Empty;
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in changes)
        {
            changed.Add(key);
        }

        foreach (var (key, values) in Request.Query.Where(pair => !changed.Contains(pair.Key)))
        {
            foreach (var value in values.Where(value => !string.IsNullOrEmpty(value)))
            {
                query = query.Add(key, value!);
            }
        }

        foreach (var (key, value) in changes)
        {
            query = value is null ? query : query.Add(key, value);
        }

        return Request.PathBase + path + query;
    }

    /// <summary>The link of a column's heading, and how the column is sorted now.</summary>
    public SortLink Sort(string column)
    {
        var sorted = Asked.Sort == column;
        var descending = sorted ? !Asked.Descending : DashboardRequest.FirstDirection(column, Asked.Indicators);
        var href = With((QueryReader.SortKey, column), (QueryReader.DirectionKey, descending ? "desc" : "asc"), (QueryReader.PageKey, null));
        return new(href, sorted ? Asked.Descending ? "descending" : "ascending" : null);
    }

    /// <summary>Reads the question. An answer other than null is the refusal of a question that could not be understood.</summary>
    protected async Task<IActionResult?> AskAsync(IEnumerable<string>? moreColumns, CancellationToken cancellation)
    {
        Communes = await catalog.AllAsync(cancellation);
        Links = new(Communes, Language);
        Months = await ReportedMonths.ReadAsync(db, time.TodayInMorocco(), cancellation);
        var reader = new QueryReader(Request.Query);
        Worded = await library.ForAsync(reader.Period() ?? Months.Last, cancellation);
        if (DashboardRequest.Read(reader, Months, Communes, Worded, moreColumns) is { } asked)
        {
            Asked = asked;
            ViewData["AsOf"] = asked.Month.End;
            return null;
        }

        return StatusCode(reader.Refusal ?? StatusCodes.Status400BadRequest);
    }
}

/// <param name="Direction">For <c>aria-sort</c>; none where the table is not sorted by this column.</param>
internal sealed record SortLink(string Href, string? Direction);
