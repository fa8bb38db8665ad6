using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.National.StandardLibrary;
using Platform.Ui;
using Platform.Ui.Sites;

namespace Platform.National.Dashboard;

/// <summary><c>/dashboard/export.csv</c> and <c>.xlsx</c>: they take the query of the dashboard, and no page.</summary>
internal static class ExportEndpoints
{
    public static void MapDashboardExports(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "csv", (export, request, table, links) => export.Csv(request, table, links, Languages.Current));
        Map(endpoints, "xlsx", (export, request, table, links) => export.Xlsx(request, table, links, Languages.Current));
    }

    private static void Map(
        IEndpointRouteBuilder endpoints, string extension, Func<DashboardExport, DashboardRequest, DashboardTable, CommuneLinks, FileAnswer> write) =>
        endpoints.MapGet($"/dashboard/export.{extension}", async (
            HttpRequest http, DashboardReader reader, DashboardExport export, NationalContext db, ICommuneCatalog catalog, WordedLibrary library,
            TimeProvider time, CancellationToken cancellation) =>
        {
            var communes = await catalog.AllAsync(cancellation);
            var months = await ReportedMonths.ReadAsync(db, time.TodayInMorocco(), cancellation);
            var query = new QueryReader(http.Query);
            if (DashboardRequest.Read(query, months, communes, await library.ForAsync(query.Period() ?? months.Last, cancellation)) is not { } request)
            {
                return Results.StatusCode(query.Refusal ?? StatusCodes.Status400BadRequest);
            }

            var table = await reader.AllAsync(request, Languages.Current, cancellation);
            return (IResult)write(export, request, table, new(communes, Languages.Current));
        })
        .WithMetadata(new SiteAttribute(SiteKind.National))
        .ExcludeFromDescription();
}
