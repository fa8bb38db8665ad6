using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel.People;
using Platform.Kernel.Reporting;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.Ui;
using Platform.Ui.Sites;
using Platform.Ui.Workspace;

namespace Platform.National.FollowUp;

/// <summary>What is internal of the dashboard: who is late since when, who was reminded, whose jobs and mails fail. No person is named here.</summary>
[Staff(Role.Analyst, Role.DgctOfficer)]
internal sealed class IndexModel(
    FollowUpReader reader, IReportingPeriods periods, FollowUpExport export, Words words, IStringLocalizer<FollowUpTexts> texts, TimeProvider time) : StaffPage
{
    public FollowUpRequest Asked { get; private set; } = null!;

    public IReadOnlyList<ReportingPeriod> Periods { get; private set; } = [];

    public ReportingPeriod? Reporting { get; private set; }

    /// <summary>All that the filter finds.</summary>
    public IReadOnlyList<FollowUpLine> Found { get; private set; } = [];

    /// <summary>Of every commune, whatever the filter: what there is to look at.</summary>
    public IReadOnlyList<FollowUpLine> All { get; private set; } = [];

    public IEnumerable<FollowUpLine> Lines => Found.Skip((Asked.Page - 1) * FollowUpRequest.PageSize).Take(FollowUpRequest.PageSize);

    public int Pages => PageNumber.PagesOf(Found.Count, FollowUpRequest.PageSize);

    public Words Words { get; } = words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is { } refusal ? StatusCode(refusal) : Asked.Page > Pages ? NotFound() : Page();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is { } refusal ? StatusCode(refusal) : Csv.Result(FileName("csv"), export.Header, Rows());

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellation) => await LoadAsync(cancellation) is { } refusal
        ? StatusCode(refusal)
        : Xlsx.Result(FileName("xlsx"), new XlsxSheet(texts["Menu"], export.Header, Rows()));

    /// <summary>The same list with other values of the query.</summary>
    public string At(params (string Key, string? Value)[] changes)
    {
        var query = Request.Query.Where(pair => changes.All(change => change.Key != pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))
            .Concat(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Key, change.Value!)));
        return $"{Request.PathBase}{Request.Path}{QueryString.Create(query!)}";
    }

    /// <summary>How a column is sorted now, and the address that sorts by it, or turns it.</summary>
    public (string Direction, string Href) SortOf(string column)
    {
        var mine = Asked.Sort == column;
        var next = mine ? (Asked.Descending ? "asc" : "desc") : null;
        return (mine ? (Asked.Descending ? "descending" : "ascending") : "none", At(("sort", column), ("dir", next), ("page", null)));
    }

    private string FileName(string extension) => $"{texts["FileName"]}-{Formats.Machine(time.TodayInMorocco())}.{extension}";

    private IEnumerable<IReadOnlyList<object?>> Rows() => export.Rows(Found, Reporting is not null, Language);

    /// <returns>The status to refuse with, if any.</returns>
    private async Task<int?> LoadAsync(CancellationToken cancellation)
    {
        var query = new QueryReader(Request.Query);
        if (FollowUpRequest.Read(query) is not { } asked)
        {
            return query.Refusal ?? StatusCodes.Status400BadRequest;
        }

        Asked = asked;
        Periods = await periods.AllAsync(cancellation);

        // Where nothing is asked for: what is due now, which is the last one that is over, or the one that opens next.
        var today = time.TodayInMorocco();
        Reporting = asked.Period is { } period
            ? Periods.FirstOrDefault(open => open.Period == period)
            : Periods.FirstOrDefault(open => open.Period.HasEnded(today)) ?? (Periods is [var first, ..] ? first : null);
        if (asked.Period is not null && Reporting is null)
        {
            return StatusCodes.Status404NotFound;
        }

        All = await reader.ReadAsync(Reporting, cancellation);
        Found = asked.Of(All, Language);
        return null;
    }
}
