using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.Ui.Sites;

namespace Platform.Composition.ApiDocuments;

/// <summary>A <see cref="QueryKey"/> as the OpenAPI document says it.</summary>
internal static class QueryDescription
{
    public static OpenApiParameter Describe(QueryKey key, IServiceProvider services) => new()
    {
        Name = key.Name,
        In = ParameterLocation.Query,
        Description = key.Meaning,
        Schema = key.Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = ValueOf(key, services) } : ValueOf(key, services),
        Explode = key.Repeatable,
        Style = ParameterStyle.Form,
    };

    private static OpenApiSchema ValueOf(QueryKey key, IServiceProvider services) => key.IsNumber
        ? new()
        {
            Type = JsonSchemaType.Integer,
            Minimum = key.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Maximum = key.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Default = JsonValue.Create(key.Default),
        }
        : new()
        {
            Type = JsonSchemaType.String,
            Pattern = key.Pattern,
            MaxLength = key.Most,
            Enum = key.Allowed is { } allowed ? [.. allowed(services).Select(value => JsonValue.Create(value)!)] : null,
            Default = JsonValue.Create(key.Default),
        };
}
