using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;
using Platform.National.Comparison;
using Platform.National.Intake;
using Platform.Ui.Sites;

namespace Platform.National.NationalHome;

/// <summary><c>/api/v1/communes</c>: who takes part, as open data.</summary>
internal static class CommuneListEndpoints
{
    public static void MapCommuneList(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/communes", ListAsync)
            .WithName("ListCommunes")
            .WithTags("Communes")
            .WithSummary("The communes that take part")
            .Reads(QueryKeys.Region, QueryKeys.Search)
            .Refuses(StatusCodes.Status400BadRequest, QueryKeys.Malformed)
            .WithMetadata(new SiteAttribute(SiteKind.National))
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/communes/{slug}", OneAsync)
            .WithName("GetCommune")
            .WithTags("Communes")
            .WithSummary("One commune that takes part")
            .Refuses(StatusCodes.Status404NotFound, "No commune of this name takes part.")
            .WithMetadata(new SiteAttribute(SiteKind.National))
            .CacheOutput(PublicCache.Policy);
    }

    private static async Task<Results<Ok<CommuneListJson>, ProblemHttpResult>> ListAsync(
        HttpRequest request, ICommuneCatalog catalog, CancellationToken cancellation)
    {
        var reader = new QueryReader(request.Query);
        var region = reader.Region();
        var words = Folding.Fold(reader.Search()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!reader.Understood(out var refusal))
        {
            return TypedResults.Problem(statusCode: refusal);
        }

        var communes = (await catalog.AllAsync(cancellation))
            .Where(listed => region is null || listed.RegionCode == region)
            .Where(listed => Array.TrueForAll(words, NationalCommune.SearchTextOf(listed.Commune).Contains))
            .Select(CommuneJson.Of)
            .ToList();
        return TypedResults.Ok(new CommuneListJson(communes.Count, communes));
    }

    private static async Task<Results<Ok<CommuneJson>, ProblemHttpResult>> OneAsync(
        [Description("Name of the commune in addresses: beni-mellal.")] string slug, ICommuneCatalog catalog, CancellationToken cancellation) =>
        (await catalog.AllAsync(cancellation)).FirstOrDefault(listed => listed.Commune.Slug == slug) is { } listed
            ? TypedResults.Ok(CommuneJson.Of(listed))
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);
}
