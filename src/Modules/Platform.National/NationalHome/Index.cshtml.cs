using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Dashboard;
using Platform.National.Intake;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.National.NationalHome;

/// <summary>The communes that take part: a list to search, a map, and what they have come to together.</summary>
internal sealed class IndexModel(
    ICommuneCatalog catalog, NationalContext db, TimeProvider time, Words words, IStringLocalizer<ComparisonTexts> compared) : NationalPage
{
    public const int PageSize = 60;

    public Words Words { get; } = words;

    public string SearchWords { get; private set; } = "";

    public string? Region { get; private set; }

    public int Number { get; private set; } = 1;

    /// <summary>How many communes take part in all.</summary>
    public int TakingPart { get; private set; }

    /// <summary>How many the search finds.</summary>
    public int Found { get; private set; }

    public int Pages => PageNumber.PagesOf(Found, PageSize);

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<ListedCommune> Communes { get; private set; } = [];

    /// <summary>What those of this page reported last, by code.</summary>
    public IReadOnlyDictionary<string, NationalProgress> Progress { get; private set; } = new Dictionary<string, NationalProgress>();

    public NationalFigures? Figures { get; private set; }

    public Period Month { get; private set; }

    public RegionMap Map { get; private set; } = null!;

    public bool IsFiltered => Region is not null || SearchWords.Length > 0;

    public bool Demonstration => Communes.Any(listed => listed.Commune.Demonstration) || Figures is { Demonstration: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reader = new QueryReader(Request.Query);
        (SearchWords, Region, Number) = (reader.Search(), reader.Region(), reader.Page());
        if (!reader.Understood(out var refusal))
        {
            return StatusCode(refusal ?? StatusCodes.Status400BadRequest);
        }

        var all = await catalog.AllAsync(cancellation);
        TakingPart = all.Count;
        Map = Shade(all);
        Choose(all);
        if (Number > 1 && Number > Pages)
        {
            return NotFound();
        }

        Month = (await ReportedMonths.ReadAsync(db, time.TodayInMorocco(), cancellation)).Last;
        Figures = await NationalFigures.ReadAsync(db, Month, cancellation);
        var codes = Communes.Select(listed => listed.Commune.Code).ToList();
        Progress = await db.Set<NationalProgress>().AsNoTracking()
            .Where(progress => progress.Period == Month && codes.Contains(progress.CommuneCode))
            .ToDictionaryAsync(progress => progress.CommuneCode, cancellation);
        if (Figures is not null)
        {
            ViewData["AsOf"] = Month.End;
        }

        return Page();
    }

    private void Choose(IReadOnlyList<ListedCommune> all)
    {
        var words = Folding.Fold(SearchWords).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = all
            .Where(listed => Region is null || listed.RegionCode == Region)
            .Where(listed => words.Length == 0 || Array.TrueForAll(words, NationalCommune.SearchTextOf(listed.Commune).Contains))
            .OrderBy(listed => Folding.Fold(listed.Commune.Name.In(Language)), StringComparer.Ordinal)
            .ToList();
        Found = found.Count;
        Communes = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
    }

    private RegionMap Shade(IReadOnlyList<ListedCommune> all)
    {
        var counts = all.CountBy(listed => listed.RegionCode).ToDictionary();
        var most = counts.Count == 0 ? 0 : counts.Values.Max();
        return new(
            compared["MapOfCommunes"],
            [.. Regions.Codes.Select(code =>
            {
                var count = counts.GetValueOrDefault(code);
                return new RegionShape(
                    code,
                    Words.Region(code),
                    count == 0 ? null : $"{Request.PathBase}/?region={code}#communes",
                    compared.Count("Communes", count),
                    count == 0 ? 0 : Shades.Of(count, most),
                    code == Region);
            })]);
    }
}
