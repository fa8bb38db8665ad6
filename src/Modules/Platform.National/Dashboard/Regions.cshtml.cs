using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.National.Comparison;
using Platform.Ui;

namespace Platform.National.Dashboard;

/// <summary>Figures of regions, each indicator by its own rule.</summary>
internal sealed class RegionsModel(
    NationalContext db, ICommuneCatalog catalog, IStandardIndicators library, TimeProvider time, RegionReader reader, Words words)
    : DashboardPage(db, catalog, library, time)
{
    public Words Words { get; } = words;

    public RegionTable Table { get; private set; } = null!;

    /// <summary>The indicator that shades the map.</summary>
    public StandardIndicator Leading => Asked.Indicators[0];

    public RegionMap Map { get; private set; } = null!;

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

    private RegionMap Shade()
    {
        var values = Regions.Codes.ToDictionary(code => code, code => Table.Value(Leading, code));
        var top = Shades.Top(Leading, values.Values);
        return new(
            Leading.Name.In(Language),
            [.. Regions.Codes.Select(code => new RegionShape(
                code,
                Words.Region(code),
                At("/dashboard", (QueryReader.RegionKey, code), (QueryReader.ProvinceKey, null), (QueryReader.PageKey, null)),
                Words.Figure(Leading, values[code]),
                Shades.Of(values[code], top),
                Asked.Filter.Region == code))]);
    }
}
