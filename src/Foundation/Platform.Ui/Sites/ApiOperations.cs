using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Platform.Ui.Sites;

/// <summary>What an operation of the API says of itself in <c>/openapi/v1.json</c>, beside what its signature tells.</summary>
public static class ApiOperations
{
    /// <summary>Keys of the query that the endpoint reads by itself.</summary>
    public static TBuilder Reads<TBuilder>(this TBuilder endpoint, params QueryKey[] keys)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata([.. keys.Cast<object>()]);

    /// <summary>An error that the endpoint can answer, and when: as problem details.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, int status, string when)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]) { Description = when });
}
