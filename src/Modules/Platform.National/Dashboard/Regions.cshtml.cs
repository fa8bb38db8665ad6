using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.National.Comparison;
using Platform.National.StandardLibrary;
using Platform.Ui;

namespace Platform.National.Dashboard;

/// <summary>Figures of regions, each indicator by its own rule.</summary>
internal sealed class RegionsModel(
    NationalContext db, ICommuneCatalog catalog, WordedLibrary library, TimeProvider time, RegionReader reader, Words words)
    : DashboardPage(db, catalog, library, time)
{
    public Words Words { get; } = words;

    public RegionTable Table { get; private set; } = null!;

    /// <summary>The indicator that shades the map.</summary>
    public StandardIndicator Leading => Asked.Leading;

    /// <summary>Codes of the regions to list: by the leading indicator where the table is sorted by one, else from north to south as they are numbered.</summary>
    public IEnumerable<string> Listed
    {
        get
        {
            var codes = Regions.Codes.Where(code => Asked.Filter.Region is not { } region || code == region);
            if (Asked.SortedIndicator is not { } indicator)
            {
                return codes;
            }

            // As with communes: what is under the floor comes after what is ranked, and what has no figure last.
            var grouped = codes.OrderBy(code => Table.Value(indicator, code) is null ? 2 : IsFew(indicator, code) ? 1 : 0);
            return Asked.Descending
                ? grouped.ThenByDescending(code => Table.Value(indicator, code))
                : grouped.ThenBy(code => Table.Value(indicator, code));
        }
    }

    public RegionMap Map { get; private set; } = null!;

    /// <summary>The communes of a region, with the same indicators and period.</summary>
    public string ToCommunes(string code) => At("/dashboard", (QueryReader.RegionKey, code), (QueryReader.ProvinceKey, null), (QueryReader.PageKey, null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await AskAsync(null, cancellation) is { } refusal)
        {
            return refusal;
        }

        Table = await reader.TableAsync(Asked.Indicators, Asked.Period, Asked.Filter, cancellation);
        Map = Shade();
        return Page();
    }

    /// <summary>True where too few cases stand behind the region's share.</summary>
    public bool IsFew(StandardIndicator indicator, string? region) =>
        indicator.RollUp == RollUp.Recompute && !RankingFloor.Reaches(indicator, Table.Of(indicator, region).Denominators);

    private RegionMap Shade()
    {
        var values = Regions.Codes.ToDictionary(code => code, code => Table.Value(Leading, code));
        var top = Shades.Top(Leading, values.Values);
        return new(
            Leading.Name.In(Language),
            [.. Regions.Codes.Select(code => new RegionShape(
                code,
                Words.Region(code),
                ToCommunes(code),
                Words.Figure(Leading, values[code]),
                Shades.Of(values[code], top),
                Asked.Filter.Region == code))]);
    }
}
