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
            .WithName("communes")
            .WithSummary("The communes that take part; region=05 and q=name narrow the list.")
            .WithMetadata(new SiteAttribute(SiteKind.National))
            .CacheOutput(PublicCache.Policy);
        endpoints.MapGet("/api/v1/communes/{slug}", OneAsync)
            .WithName("commune")
            .WithSummary("One commune.")
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

    private static async Task<Results<Ok<CommuneJson>, NotFound>> OneAsync(string slug, ICommuneCatalog catalog, CancellationToken cancellation) =>
        (await catalog.AllAsync(cancellation)).FirstOrDefault(listed => listed.Commune.Slug == slug) is { } listed
            ? TypedResults.Ok(CommuneJson.Of(listed))
            : TypedResults.NotFound();
}
