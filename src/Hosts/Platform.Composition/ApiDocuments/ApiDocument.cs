using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Kernel.Communes;
using Platform.Ui.Sites;

namespace Platform.Composition.ApiDocuments;

/// <summary>
/// <c>/openapi/v1.json</c>: the API of the site that is asked, and of no other. Two documents, because both sites have addresses in common whose
/// answers differ.
/// </summary>
internal static class ApiDocument
{
    private static readonly SiteKind[] Kinds = [SiteKind.Commune, SiteKind.National];

    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        services.AddSingleton<CodeComments>();
        foreach (var kind in Kinds)
        {
            services.AddOpenApi(NameOf(kind), options =>
            {
                options.ShouldInclude = description => Describes(description, kind);
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info = new() { Title = $"Musharaka, {NameOf(kind)} site", Version = "v1" };
                    DescribeOptionalFields(document);
                    return Task.CompletedTask;
                });
                options.AddOperationTransformer(DescribeQuery);
                options.AddOperationTransformer(DescribeAnswers);
                options.AddSchemaTransformer(DescribeField);
            });
        }

        return services;
    }

    public static void MapApiDocuments(this IEndpointRouteBuilder endpoints)
    {
        foreach (var kind in Kinds)
        {
            endpoints.MapGet("/openapi/v1.json", WriteAsync)
                .WithMetadata(new SiteAttribute(kind))
                .ExcludeFromDescription()
                .CacheOutput(PublicCache.Policy);
        }
    }

    private static async Task WriteAsync(HttpContext context, CurrentSite site, CurrentCommune commune)
    {
        var documents = context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(NameOf(site.Kind));
        var document = await documents.GetOpenApiDocumentAsync(context.RequestAborted);

        // The public address, not the one of the request: a name in a Host header is not to be passed on.
        document.Servers = [new() { Url = commune.IsKnown(out var known) ? known.Address : site.NationalAddress }];
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted), context.RequestAborted);
    }

    /// <summary>Keys that the endpoint reads by itself; they know more of themselves than a bound parameter of the same name.</summary>
    private static Task DescribeQuery(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var key in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryKey>())
        {
            operation.Parameters ??= [];
            if (operation.Parameters.FirstOrDefault(parameter => parameter.Name == key.Name) is { } bound)
            {
                operation.Parameters.Remove(bound);
            }

            operation.Parameters.Add(QueryDescription.Describe(key, context.ApplicationServices));
        }

        return Task.CompletedTask;
    }

    /// <summary>When each answer is given, and in the order of their numbers.</summary>
    private static Task DescribeAnswers(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var answers = operation.Responses ??= [];
        foreach (var said in context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>())
        {
            if (said.Description is { } when && answers.TryGetValue(said.StatusCode.ToString(CultureInfo.InvariantCulture), out var answer))
            {
                answer.Description = when;
            }
        }

        operation.Responses = [];
        foreach (var (status, answer) in answers.OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            operation.Responses.Add(status, answer);
        }

        return Task.CompletedTask;
    }

    private static Task DescribeField(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var comments = context.ApplicationServices.GetRequiredService<CodeComments>();
        if (context.JsonPropertyInfo is not { AttributeProvider: PropertyInfo property })
        {
            schema.Description ??= comments.Of(context.JsonTypeInfo.Type);
        }
        else if (comments.Of(property) is { } text)
        {
            // A type that several fields share is written once and referred to; what is said of one field stands beside its reference.
            if (schema.Metadata?.TryGetValue("x-schema-id", out var id) == true && id is string { Length: > 0 })
            {
                schema.Metadata["x-ref-description"] = text;
            }
            else
            {
                schema.Description = text;
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>A field that may be null is one of two things: what is said of the field goes from the one to the pair.</summary>
    private static void DescribeOptionalFields(OpenApiDocument document)
    {
        var fields = (document.Components?.Schemas?.Values ?? []).SelectMany(schema => schema.Properties?.Values ?? []).OfType<OpenApiSchema>();
        foreach (var field in fields.Where(field => field is { Description: null, OneOf: not null }))
        {
            field.Description = field.OneOf!.OfType<OpenApiSchemaReference>().Select(reference => reference.Reference.Description).FirstOrDefault();
        }
    }

    private static bool Describes(ApiDescription description, SiteKind kind) =>
        description.HttpMethod != HttpMethods.Head
        && Api.IsAt("/" + description.RelativePath)
        && description.ActionDescriptor.EndpointMetadata.OfType<SiteAttribute>().LastOrDefault()?.Kind == kind;

    private static string NameOf(SiteKind kind) => kind == SiteKind.Commune ? "commune" : "national";
}
