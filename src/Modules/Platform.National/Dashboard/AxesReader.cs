using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Text;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>One commune's progress by axis of the frame.</summary>
/// <param name="ByAxis">By number of the standard axis; an axis that the commune does not have is absent.</param>
/// <param name="Own">Axes that stem from none of the frame.</param>
internal sealed record AxesRow(
    NationalCommune Commune, NationalProgress? Progress, IReadOnlyDictionary<int, AxisFigure> ByAxis, IReadOnlyList<NationalAxisProgress> Own)
{
    public bool Demonstration => Commune.Demonstration || Progress is { Demonstration: true };
}

/// <param name="Progress">Percent, weighed by activities where several axes of the commune stem from one of the frame.</param>
internal sealed record AxisFigure(int Activities, int Completed, decimal? Progress);

internal sealed record AxesTable(int Total, IReadOnlyList<AxesRow> Rows);

/// <summary>Reads communes × axes of the frame: the queries of a page do not grow with the communes.</summary>
internal sealed class AxesReader(NationalContext db)
{
    private const string Prefix = "axis-";

    private const int Decimals = 4;

    /// <summary>The name of an axis' column in the query.</summary>
    public static string Column(int axis) => Prefix + axis.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<AxesTable> PageAsync(DashboardRequest request, Language language, CancellationToken cancellation)
    {
        var total = await request.Filter.Of(db.Set<NationalCommune>()).CountAsync(cancellation);
        var lines = await Sorted(request, language)
            .Skip((request.Page - 1) * DashboardRequest.PageSize)
            .Take(DashboardRequest.PageSize)
            .Select(line => new { line.Commune, line.Progress })
            .AsNoTracking()
            .ToListAsync(cancellation);
        var codes = lines.ConvertAll(line => line.Commune.Code);
        var axes = (await db.Set<NationalAxisProgress>().AsNoTracking()
            .Where(axis => codes.Contains(axis.CommuneCode) && axis.Period == request.Month)
            .OrderBy(axis => axis.Number)
            .ToListAsync(cancellation)).ToLookup(axis => axis.CommuneCode);
        return new(total, lines.ConvertAll(line => Row(line.Commune, line.Progress, axes[line.Commune.Code])));
    }

    /// <summary>Several axes that stem from one of the frame become one: activities added up, progress weighed by them.</summary>
    internal static AxisFigure Sum(IReadOnlyCollection<NationalAxisProgress> axes)
    {
        var weighed = axes.Sum(axis => axis.WeighedActivities);
        return new(
            axes.Sum(axis => axis.Activities),
            axes.Sum(axis => axis.Completed),
            weighed == 0 ? null : Math.Round(axes.Sum(axis => axis.ProgressPoints) / weighed, Decimals));
    }

    private IQueryable<CommuneLine> Sorted(DashboardRequest request, Language language)
    {
        var lines = CommuneLines.Of(db, request.Filter, request.Month);
        return request.Sort.StartsWith(Prefix, StringComparison.Ordinal)
            ? lines.WithAxis(db, int.Parse(request.Sort[Prefix.Length..], System.Globalization.CultureInfo.InvariantCulture), request.Month)
                .ByAxis(request.Descending, language)
            : lines.By(request.Sort, request.Descending, language);
    }

    private static AxesRow Row(NationalCommune commune, NationalProgress? progress, IEnumerable<NationalAxisProgress> axes)
    {
        var all = axes.ToList();
        return new(
            commune,
            progress,
            all.Where(axis => axis.StandardAxis is not null).GroupBy(axis => axis.StandardAxis!.Value).ToDictionary(group => group.Key, group => Sum([.. group])),
            [.. all.Where(axis => axis.StandardAxis is null)]);
    }
}
