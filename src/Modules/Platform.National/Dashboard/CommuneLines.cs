using Platform.Data;
using Platform.Kernel.Indicators;
using Platform.Kernel.Text;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;

namespace Platform.National.Dashboard;

/// <summary>Filters and sorts communes in the database, so that only the lines of the page leave it.</summary>
internal static class CommuneLines
{
    public const string Name = "name";
    public const string Region = "region";
    public const string Province = "province";
    public const string Population = "population";
    public const string Charter = "charter";
    public const string Plan = "plan";
    public const string Openness = "openness";
    public const string Progress = "progress";

    /// <summary>The columns of every list.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Name, Region, Province, Population, Charter, Plan, Openness, Progress];

    /// <summary>The communes of the selection with their progress at the end of the month.</summary>
    public static IQueryable<CommuneLine> Of(NationalContext db, CommuneFilter filter, Period month) =>
        filter.Of(db.Set<NationalCommune>()).LeftJoin(
            db.Set<NationalProgress>().Where(progress => progress.Period == month),
            commune => commune.Code,
            progress => progress.CommuneCode,
            (commune, progress) => new CommuneLine { Commune = commune, Progress = progress });

    /// <summary>The same with the shown figure of one indicator.</summary>
    public static IQueryable<CommuneLine> WithFigure(this IQueryable<CommuneLine> lines, NationalContext db, string indicator, Period period) =>
        lines.LeftJoin(
            db.Set<NationalSnapshot>().Where(snapshot => snapshot.Indicator == indicator && snapshot.Period == period && snapshot.Latest),
            line => line.Commune.Code,
            snapshot => snapshot.CommuneCode,
            (line, snapshot) => new CommuneLine { Commune = line.Commune, Progress = line.Progress, Figure = snapshot });

    /// <summary>The same with the sums of one axis of the frame.</summary>
    public static IQueryable<CommuneLine> WithAxis(this IQueryable<CommuneLine> lines, NationalContext db, int axis, Period month) =>
        lines.LeftJoin(
            db.Set<NationalAxisProgress>()
                .Where(row => row.Period == month && row.StandardAxis == axis && row.WeighedActivities > 0)
                .GroupBy(row => row.CommuneCode)
                .Select(rows => new AxisSum
                {
                    CommuneCode = rows.Key,
                    Points = rows.Sum(row => row.ProgressPoints),
                    Activities = rows.Sum(row => row.WeighedActivities),
                }),
            line => line.Commune.Code,
            sum => sum.CommuneCode,
            (line, sum) => new CommuneLine { Commune = line.Commune, Progress = line.Progress, Axis = sum });

    /// <summary>By one of <see cref="Columns"/>; communes without what is sorted by come last, equal ones by name.</summary>
    public static IQueryable<CommuneLine> By(this IQueryable<CommuneLine> lines, string column, bool descending, Language language)
    {
        var sorted = column switch
        {
            Region => descending ? lines.OrderByDescending(line => line.Commune.RegionCode) : lines.OrderBy(line => line.Commune.RegionCode),
            Province => descending ? lines.OrderByDescending(line => line.Commune.ProvinceCode) : lines.OrderBy(line => line.Commune.ProvinceCode),
            Population => descending ? lines.OrderByDescending(line => line.Commune.Population) : lines.OrderBy(line => line.Commune.Population),
            Charter => lines.ByStage(line => line.Progress!.CharterStage == Stages.InForce ? 2 : line.Progress.CharterStage == Stages.Draft ? 1 : 0, descending),
            Plan => lines.ByStage(line => line.Progress!.PlanStage == Stages.InForce ? 2 : line.Progress.PlanStage == Stages.Draft ? 1 : 0, descending),
            Openness => lines.ByStage(line => line.Progress!.OpennessStage == Stages.InForce ? 2 : line.Progress.OpennessStage == Stages.Draft ? 1 : 0, descending),
            Progress => descending
                ? lines.OrderBy(line => line.Progress!.Progress == null ? 1 : 0).ThenByDescending(line => line.Progress!.Progress)
                : lines.OrderBy(line => line.Progress!.Progress == null ? 1 : 0).ThenBy(line => line.Progress!.Progress),
            _ => null,
        };
        return sorted is null ? lines.ByName(descending, language) : sorted.ThenByName(language);
    }

    /// <summary>Ranked figures first, then those under the indicator's floor, then communes without a figure.</summary>
    public static IQueryable<CommuneLine> ByFigure(this IQueryable<CommuneLine> lines, StandardIndicator indicator, bool descending, Language language)
    {
        var grouped = indicator.RankingFloor is { } floor
            ? lines.OrderBy(line => line.Figure!.Value == null ? 2 : line.Figure.Denominator >= floor ? 0 : 1)
            : lines.OrderBy(line => line.Figure!.Value == null ? 2 : 0);
        return (descending ? grouped.ThenByDescending(line => line.Figure!.Value) : grouped.ThenBy(line => line.Figure!.Value)).ThenByName(language);
    }

    public static IQueryable<CommuneLine> ByAxis(this IQueryable<CommuneLine> lines, bool descending, Language language)
    {
        var grouped = lines.OrderBy(line => line.Axis!.CommuneCode == null ? 1 : 0);
        return (descending
            ? grouped.ThenByDescending(line => line.Axis!.Points / line.Axis.Activities)
            : grouped.ThenBy(line => line.Axis!.Points / line.Axis.Activities)).ThenByName(language);
    }

    private static IOrderedQueryable<CommuneLine> ByStage(
        this IQueryable<CommuneLine> lines, System.Linq.Expressions.Expression<Func<CommuneLine, int>> stage, bool descending)
    {
        var grouped = lines.OrderBy(line => line.Progress!.CharterStage == null ? 1 : 0);
        return descending ? grouped.ThenByDescending(stage) : grouped.ThenBy(stage);
    }

    private static IOrderedQueryable<CommuneLine> ByName(this IQueryable<CommuneLine> lines, bool descending, Language language) =>
        (language == Language.French, descending) switch
        {
            (true, true) => lines.OrderByDescending(line => line.Commune.FrenchKey).ThenBy(line => line.Commune.Code),
            (true, false) => lines.OrderBy(line => line.Commune.FrenchKey).ThenBy(line => line.Commune.Code),
            (false, true) => lines.OrderByDescending(line => line.Commune.ArabicKey).ThenBy(line => line.Commune.Code),
            _ => lines.OrderBy(line => line.Commune.ArabicKey).ThenBy(line => line.Commune.Code),
        };

    private static IOrderedQueryable<CommuneLine> ThenByName(this IOrderedQueryable<CommuneLine> lines, Language language) =>
        language == Language.French
            ? lines.ThenBy(line => line.Commune.FrenchKey).ThenBy(line => line.Commune.Code)
            : lines.ThenBy(line => line.Commune.ArabicKey).ThenBy(line => line.Commune.Code);
}
