using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        foreach (var kind in Kinds)
        {
            services.AddOpenApi(NameOf(kind), options =>
            {
                options.ShouldInclude = description => Describes(description, kind);
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info = new() { Title = $"Musharaka, {NameOf(kind)} site", Version = "v1" };
                    return Task.CompletedTask;
                });
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

    private static bool Describes(ApiDescription description, SiteKind kind) =>
        description.HttpMethod != HttpMethods.Head
        && Api.IsAt("/" + description.RelativePath)
        && description.ActionDescriptor.EndpointMetadata.OfType<SiteAttribute>().LastOrDefault()?.Kind == kind;

    private static string NameOf(SiteKind kind) => kind == SiteKind.Commune ? "commune" : "national";
}
