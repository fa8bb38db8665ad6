using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Commitments.Indicators.Figures;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Commitments.Indicators;

/// <summary>Indicators as open data.</summary>
internal static class IndicatorsApi
{
    private const string CodeMeaning = "Code of an indicator of this commune, as the list gives it.";
    private const string NoPeriod = "The period is written 2026-10, 2026-Q4 or 2026.";
    private const string NoIndicator = "There is no such indicator, or no snapshot of this period.";

    public static IEndpointRouteBuilder MapIndicatorsApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1/indicators").WithMetadata(new SiteAttribute(SiteKind.Commune), new FeatureAttribute(Feature.Indicators)).WithTags("Indicators").CacheOutput(PublicCache.Policy);
        api.MapGet("", ListAsync)
            .WithName("ListIndicators")
            .WithSummary("All indicators of the commune, each with its target and its latest figure");
        api.MapGet("/{code}", SheetAsync)
            .WithName("GetIndicator")
            .WithSummary("One indicator with every snapshot that was taken of it, corrections included")
            .Refuses(StatusCodes.Status404NotFound, NoIndicator);
        api.MapGet("/{code}/rows", RowsAsync)
            .WithName("GetIndicatorRows")
            .WithSummary("The rows behind the figure of a period, as they are now")
            .Reads(QueryKey.Period("The latest period that has a snapshot, where it is left out."))
            .Refuses(StatusCodes.Status400BadRequest, NoPeriod)
            .Refuses(StatusCodes.Status404NotFound, NoIndicator);
        return endpoints;
    }

    private static async Task<Ok<IEnumerable<IndicatorBody>>> ListAsync(IndicatorReader reader, CancellationToken cancellation) =>
        TypedResults.Ok((await reader.ListAsync(cancellation)).Where(listed => listed.IsShown).Select(listed => IndicatorBody.Of(
            listed.Indicator, LatestBody.Of(listed.Latest, listed.MeasuredAt, listed.Track))));

    private static async Task<Results<Ok<IndicatorSheetBody>, ProblemHttpResult>> SheetAsync(
        [Description(CodeMeaning)] string code, IndicatorReader reader, CancellationToken cancellation) =>
        await reader.SheetAsync(code, cancellation) is { } sheet ? TypedResults.Ok(IndicatorSheetBody.Of(sheet)) : Problem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<IndicatorRowsBody>, ProblemHttpResult>> RowsAsync(
        [Description(CodeMeaning)] string code, string? period, IndicatorReader reader, FigureReader figures, CancellationToken cancellation)
    {
        var answer = await RowsAnswer.ReadAsync(code, period, reader, figures, cancellation);
        return answer.Found is { } found ? TypedResults.Ok(IndicatorRowsBody.Of(found)) : Problem(answer.Status);
    }

    private static ProblemHttpResult Problem(int status) => TypedResults.Problem(
        status == StatusCodes.Status400BadRequest
            ? NoPeriod
            : NoIndicator,
        statusCode: status);
}
