using Microsoft.EntityFrameworkCore;
using Platform.Commitments.Indicators;
using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Commitments.Home;

/// <summary>A figure for the front door, as it was last taken.</summary>
internal sealed record KeyFigure(string Code, LocalizedText Name, decimal Value, bool IsPercentage, Period Period);

internal static class KeyFigures
{
    private const int Shown = 4;

    /// <summary>What a visitor asks first; those that have no figure yet are left out.</summary>
    private static readonly string[] Codes =
    [
        "plan-progress", "plan-activities-completed-share", "plan-activities-late", "charter-signatories", "documents-in-force",
        "openness-projects", "openness-milestones-kept-share", "plan-axes-started-share",
    ];

    /// <summary>The latest monthly snapshot of each, in one query: corrections before what they correct.</summary>
    public static async Task<IReadOnlyList<KeyFigure>> ReadKeyFiguresAsync(this CommuneContext db, CancellationToken cancellation)
    {
        var latest = await db.Set<IndicatorSnapshot>()
            .Where(snapshot => snapshot.Periodicity == Periodicity.Monthly)
            .MaxAsync(snapshot => (DateOnly?)snapshot.PeriodStart, cancellation);
        if (latest is null)
        {
            return [];
        }

        var figures = await (
            from snapshot in db.Set<IndicatorSnapshot>()
            join indicator in db.Set<Indicator>() on snapshot.IndicatorId equals indicator.Id
            where snapshot.Periodicity == Periodicity.Monthly && snapshot.PeriodStart == latest && Codes.Contains(indicator.Code)
            orderby snapshot.Version descending
            select new { indicator.Code, indicator.Name, indicator.Kind, snapshot.Value, snapshot.Period })
            .AsNoTracking()
            .ToListAsync(cancellation);
        return
        [
            .. figures.DistinctBy(figure => figure.Code)
                .Where(figure => figure.Value is not null)
                .OrderBy(figure => Array.IndexOf(Codes, figure.Code))
                .Take(Shown)
                .Select(figure => new KeyFigure(figure.Code, figure.Name, figure.Value!.Value, figure.Kind == IndicatorKind.Percentage, figure.Period)),
        ];
    }
}
