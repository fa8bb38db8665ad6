using Microsoft.AspNetCore.Mvc;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.StandardLibrary;
using Platform.Ui;

namespace Platform.National.Dashboard;

/// <summary>What one commune reported: stages, axes, indicators with their trend.</summary>
internal sealed class CommuneModel(
    NationalContext db, ICommuneCatalog catalog, WordedLibrary library, TimeProvider time, StandardAxes axes, Words words)
    : DashboardPage(db, catalog, library, time)
{
    private readonly NationalContext db = db;

    public Words Words { get; } = words;

    public IReadOnlyList<StandardAxis> Axes { get; } = axes.All;

    public CommuneSheet Sheet { get; private set; } = null!;

    /// <summary>Its entry in the catalog; none where it has left.</summary>
    public ListedCommune? Listed { get; private set; }

    public bool Demonstration => Sheet.Commune.Demonstration || Sheet.Progress is { Demonstration: true }
        || Sheet.Lines.Any(line => line.Figures.Any(figure => figure is { Demonstration: true }));

    /// <summary>The chosen indicators that have figures, as charts.</summary>
    public IEnumerable<(SheetLine Line, TrendChart Chart)> Charts => Asked.Indicators
        .Select(indicator => Sheet.Lines.First(line => line.Indicator.Code == indicator.Code))
        .Where(line => line.Figures.Any(figure => figure is { Value: not null }))
        .Select(line => (line, new TrendChart(
            line.Indicator.Name.In(Language),
            line.Indicator.Unit.In(Language),
            [.. line.Window.Zip(line.Figures, (period, figure) => new TrendPoint(Formats.ShortPeriod(period), figure?.Value))])));

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await AskAsync(null, cancellation) is { } refusal)
        {
            return refusal;
        }

        if (await CommuneSheet.ReadAsync(db, slug, Asked.Month, Worded, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Listed = Communes.FirstOrDefault(listed => listed.Commune.Code == sheet.Commune.Code);
        return Page();
    }

    /// <summary>What the trend of a line says without its drawing.</summary>
    public static (Period From, decimal First, Period To, decimal Last)? Ends(SheetLine line)
    {
        var known = line.Window.Zip(line.Figures).Where(pair => pair.Second is { Value: not null }).ToList();
        return known.Count < 2 ? null : (known[0].First, known[0].Second!.Value!.Value, known[^1].First, known[^1].Second!.Value!.Value);
    }
}
