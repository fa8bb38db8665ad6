using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Time;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>An indicator of one commune over its last periods.</summary>
/// <param name="Window">The periods, oldest first, of the indicator's own periodicity.</param>
/// <param name="Figures">One per period, none where the commune reported none.</param>
internal sealed record SheetLine(StandardIndicator Indicator, IReadOnlyList<Period> Window, IReadOnlyList<NationalSnapshot?> Figures)
{
    /// <summary>The newest figure of the window.</summary>
    public NationalSnapshot? Last => Figures.LastOrDefault(figure => figure is not null);
}

/// <summary>What one commune reported.</summary>
internal sealed record CommuneSheet(
    NationalCommune Commune, NationalProgress? Progress, IReadOnlyList<NationalAxisProgress> Axes, IReadOnlyList<SheetLine> Lines)
{
    private const int Months = 12;
    private const int Quarters = 8;
    private const int Years = 5;

    /// <summary>Reads the commune with this slug in four queries, or null where the register has none.</summary>
    public static async Task<CommuneSheet?> ReadAsync(
        NationalContext db, string slug, Period month, IStandardIndicators library, CancellationToken cancellation)
    {
        if (await db.Set<NationalCommune>().AsNoTracking().FirstOrDefaultAsync(line => line.Slug == slug, cancellation) is not { } commune)
        {
            return null;
        }

        var progress = await db.Set<NationalProgress>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.CommuneCode == commune.Code && row.Period == month, cancellation);
        var axes = await db.Set<NationalAxisProgress>().AsNoTracking()
            .Where(row => row.CommuneCode == commune.Code && row.Period == month)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellation);
        var lines = await LinesAsync(db, commune.Code, month, library, cancellation);
        return new(commune, progress, axes, lines);
    }

    private static async Task<List<SheetLine>> LinesAsync(
        NationalContext db, string code, Period month, IStandardIndicators library, CancellationToken cancellation)
    {
        var (months, quarters, years) = (WindowOf(Periodicity.Monthly, month), WindowOf(Periodicity.Quarterly, month), WindowOf(Periodicity.Yearly, month));
        var (monthly, quarterly, yearly) = (CodesOf(Periodicity.Monthly), CodesOf(Periodicity.Quarterly), CodesOf(Periodicity.Yearly));

        // Each indicator in its own periodicity only: the rest would be loaded and not shown.
        var figures = (await db.Set<NationalSnapshot>().AsNoTracking()
            .Where(row => row.CommuneCode == code && row.Latest
                && ((monthly.Contains(row.Indicator) && months.Contains(row.Period))
                    || (quarterly.Contains(row.Indicator) && quarters.Contains(row.Period))
                    || (yearly.Contains(row.Indicator) && years.Contains(row.Period))))
            .ToListAsync(cancellation)).ToDictionary(row => (row.Indicator, row.Period));
        return [.. library.All.Select(indicator =>
        {
            var window = indicator.Periodicity switch
            {
                Periodicity.Monthly => months,
                Periodicity.Quarterly => quarters,
                _ => years,
            };
            return new SheetLine(indicator, window, [.. window.Select(period => figures.GetValueOrDefault((indicator.Code, period)))]);
        })];

        List<string> CodesOf(Periodicity periodicity) =>
            [.. library.All.Where(indicator => indicator.Periodicity == periodicity).Select(indicator => indicator.Code)];
    }

    private static IReadOnlyList<Period> WindowOf(Periodicity periodicity, Period month) => DashboardReader.Window(
        Period.Containing(month.Start, periodicity),
        periodicity switch
        {
            Periodicity.Monthly => Months,
            Periodicity.Quarterly => Quarters,
            _ => Years,
        });
}
