using System.Text.Json;

namespace Platform.Identity.ExternalSignIn;

/// <summary>What a provider says of somebody: each claim with its values, a list or one alone.</summary>
internal sealed class ProviderClaims
{
    private readonly Dictionary<string, HashSet<string>> claims = new(StringComparer.Ordinal);

    /// <summary>The subject stays that of the token, whoever else names one.</summary>
    public string? Subject => One("sub");

    public bool Has(string claim, string value) => claims.TryGetValue(claim, out var values) && values.Contains(value);

    public string? One(string claim) => claims.TryGetValue(claim, out var values) && values.Count == 1 ? values.First() : null;

    /// <summary>Adds what stands in this JSON object; what is said twice differently is then said twice.</summary>
    public void Add(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (!claims.TryGetValue(property.Name, out var values))
            {
                claims[property.Name] = values = new(StringComparer.Ordinal);
            }

            values.UnionWith(ValuesOf(property.Value));
        }
    }

    private static IEnumerable<string> ValuesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(ValuesOf),
        _ => [],
    };
}
