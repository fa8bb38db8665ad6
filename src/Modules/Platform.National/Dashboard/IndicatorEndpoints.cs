using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.National.StandardLibrary;
using Platform.Ui.Sites;

namespace Platform.National.Dashboard;

/// <summary><c>/api/v1/indicators</c> and <c>/api/v1/regions/indicators</c>: published figures as open data.</summary>
internal static class IndicatorEndpoints
{
    private const string PageSizeKey = "pageSize";
    private const int UsualPageSize = 100;
    private const int LargestPageSize = 500;

    public static void MapIndicatorFigures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/indicators", CommunesAsync)
            .WithName("ListFiguresOfCommunes")
            .WithTags("Figures")
            .WithSummary("Figures of all communes for a period, each in its latest version")
            .WithDescription("Figures are the snapshots that communes took of their own records; the unit of each is that of its indicator.")
            .Reads(
                QueryKeys.Period, QueryKeys.Indicator, QueryKeys.Region, QueryKeys.Province, QueryKeys.Programme, QueryKeys.Search, QueryKeys.Page,
                new(PageSizeKey, "Figures on a page.") { IsNumber = true, Least = 1, Most = LargestPageSize, Default = UsualPageSize })
            .Refuses(StatusCodes.Status400BadRequest, QueryKeys.Malformed)
            .Refuses(StatusCodes.Status404NotFound, "No such indicator, province or programme.")
            .WithMetadata(new SiteAttribute(SiteKind.National))
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/regions/indicators", RegionsAsync)
            .WithName("ListFiguresOfRegions")
            .WithTags("Figures")
            .WithSummary("Figures of regions for a period, each indicator by its own stated rule")
            .WithDescription("Sums, means weighted by population, or shares recomputed from numerators and denominators; never a mean of percentages. The filters choose the communes that count.")
            .Reads(QueryKeys.Period, QueryKeys.Indicator, QueryKeys.Region, QueryKeys.Province, QueryKeys.Programme, QueryKeys.Search)
            .Refuses(StatusCodes.Status400BadRequest, QueryKeys.Malformed)
            .Refuses(StatusCodes.Status404NotFound, "No such indicator, province or programme.")
            .WithMetadata(new SiteAttribute(SiteKind.National))
            .CacheOutput(PublicCache.Policy);
    }

    private static async Task<Results<Ok<FiguresJson>, ProblemHttpResult>> CommunesAsync(
        HttpRequest request, NationalContext db, ICommuneCatalog catalog, WordedLibrary words, TimeProvider time, CancellationToken cancellation)
    {
        var reader = new QueryReader(request.Query);
        var period = reader.Period() ?? (await ReportedMonths.ReadAsync(db, time.TodayInMorocco(), cancellation)).Last;
        var library = await words.ForAsync(period, cancellation);
        var asked = reader.Indicators(library);
        var filter = reader.Filter(await catalog.AllAsync(cancellation));
        var page = reader.Page();
        var size = reader.Number(PageSizeKey, 1, LargestPageSize) ?? UsualPageSize;
        if (!reader.Understood(out var refusal))
        {
            return TypedResults.Problem(statusCode: refusal);
        }

        var indicators = (asked.Count > 0 ? asked : library.All).ToDictionary(indicator => indicator.Code);
        var codes = indicators.Keys.ToList();
        var figures = db.Set<NationalSnapshot>()
            .Where(row => row.Period == period && row.Latest && codes.Contains(row.Indicator))
            .Join(filter.Of(db.Set<NationalCommune>()), row => row.CommuneCode, commune => commune.Code, (row, commune) => new { row, commune });
        var total = await figures.CountAsync(cancellation);
        var rows = await figures
            .OrderBy(pair => pair.row.Indicator).ThenBy(pair => pair.commune.Slug)
            .Skip((page - 1) * size).Take(size)
            .AsNoTracking()
            .ToListAsync(cancellation);
        return TypedResults.Ok(new FiguresJson(
            period.ToString(), page, size, (total + size - 1) / size, total,
            [.. asked.Select(IndicatorJson.Of)],
            rows.ConvertAll(pair => ToJson(pair.row, pair.commune, indicators[pair.row.Indicator]))));
    }

    private static async Task<Results<Ok<RegionFiguresJson>, ProblemHttpResult>> RegionsAsync(
        HttpRequest request, NationalContext db, RegionReader regions, ICommuneCatalog catalog, WordedLibrary words, TimeProvider time,
        CancellationToken cancellation)
    {
        var reader = new QueryReader(request.Query);
        var period = reader.Period() ?? (await ReportedMonths.ReadAsync(db, time.TodayInMorocco(), cancellation)).Last;
        var library = await words.ForAsync(period, cancellation);
        var asked = reader.Indicators(library);
        var filter = reader.Filter(await catalog.AllAsync(cancellation));
        if (!reader.Understood(out var refusal))
        {
            return TypedResults.Problem(statusCode: refusal);
        }

        var indicators = asked.Count > 0 ? asked : library.All;
        var table = await regions.TableAsync(indicators, period, filter, cancellation);
        var figures = indicators
            .SelectMany(indicator => Regions.Codes
                .Where(code => table.Of(indicator, code).Communes > 0)
                .Select(code => ToJson(table, indicator, code)))
            .ToList();
        return TypedResults.Ok(new RegionFiguresJson(period.ToString(), [.. asked.Select(IndicatorJson.Of)], figures));
    }

    private static FigureJson ToJson(NationalSnapshot row, NationalCommune commune, StandardIndicator indicator) => new(
        commune.Slug,
        commune.Code,
        commune.Name,
        commune.RegionCode,
        row.Indicator,
        row.Period.ToString(),
        row.Version,
        row.Version > 1,
        row.Value,
        row.Numerator,
        row.Denominator,
        row.MeasuredAt,
        row.Track,
        DashboardRow.Ranks(indicator, row),
        row.Demonstration || commune.Demonstration);

    private static RegionFigureJson ToJson(RegionTable table, StandardIndicator indicator, string region)
    {
        var sums = table.Of(indicator, region);
        var value = table.Value(indicator, region);
        var recomputed = indicator.RollUp == RollUp.Recompute;
        return new(
            region,
            indicator.Code,
            value,
            recomputed ? sums.Numerators : null,
            recomputed ? sums.Denominators : null,
            sums.Communes,
            table.CommunesOf(region),
            RankingFloor.Ranks(indicator, value, sums.Denominators),
            sums.Demonstrations > 0);
    }
}
