using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.Communes;
using Platform.Kernel.Time;
using Platform.National.Comparison;
using Platform.Ui.Sites;

namespace Platform.National.LegalRules;

/// <summary><c>/api/v1/legal-rules</c>: thresholds and deadlines as they hold on a day, with their history.</summary>
internal static class LegalRuleEndpoints
{
    private static readonly QueryKey On = new("on", "The day that counts: 2026-11-22. Today in Morocco, where it is left out.") { Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    public static void MapLegalRules(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/legal-rules", ListAsync)
        .WithName("ListLegalRules")
        .WithTags("Legal rules")
        .WithSummary("Thresholds and legal deadlines with article, source and history")
        .Reads(On)
        .Refuses(StatusCodes.Status400BadRequest, QueryKeys.Malformed)
        .WithMetadata(new SiteAttribute(SiteKind.National))
        .CacheOutput(PublicCache.Policy);

    private static async Task<Results<Ok<LegalRuleListJson>, ProblemHttpResult>> ListAsync(HttpRequest request, RuleBook book, TimeProvider time, CancellationToken cancellation)
    {
        var day = time.TodayInMorocco();
        var asked = request.Query[On.Name];
        if (asked.Count > 1
            || (asked is [{ Length: > 0 } text] && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        return TypedResults.Ok(new LegalRuleListJson(day, [.. (await book.AllAsync(cancellation)).Select(rule => LegalRuleJson.Of(rule, day))]));
    }
}
