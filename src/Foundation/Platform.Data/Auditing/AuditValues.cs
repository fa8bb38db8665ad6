using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Platform.Kernel.Time;

namespace Platform.Data.Auditing;

/// <summary>What changed, field by field: what is equal on both sides is left out.</summary>
internal sealed record AuditValues(string? Before, string? After)
{
    /// <summary>The trail tells what changed; whole texts are kept where their versions are.</summary>
    public const int LongestText = 2000;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new PeriodText() },
    };

    /// <summary>Values alone, for the search.</summary>
    public string Words => $"{Before} {After}";

    public static AuditValues Between(object? before, object? after) => Between(ObjectOf(before), ObjectOf(after));

    /// <summary>What a save would change of this row.</summary>
    public static AuditValues Of(EntityEntry row)
    {
        var before = new JsonObject();
        var after = new JsonObject();
        foreach (var property in row.Properties.Where(property => property.IsModified && !property.Metadata.IsShadowProperty()))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name);
            before[name] = NodeOf(property.OriginalValue);
            after[name] = NodeOf(property.CurrentValue);
        }

        return Between(before, after);
    }

    private static AuditValues Between(JsonObject? before, JsonObject? after)
    {
        if (before is not null && after is not null)
        {
            foreach (var name in before.Select(field => field.Key).ToList())
            {
                if (after.TryGetPropertyValue(name, out var now) && JsonNode.DeepEquals(before[name], now))
                {
                    before.Remove(name);
                    after.Remove(name);
                }
            }
        }

        return new(TextOf(before), TextOf(after));
    }

    private static JsonObject? ObjectOf(object? value) => value switch
    {
        null => null,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Json) as JsonObject
            ?? throw new ArgumentException("What changed is told as an object with its fields: new { title, status }.", nameof(value)),
    };

    private static JsonNode? NodeOf(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), Json);

    private static string? TextOf(JsonObject? values)
    {
        if (values is null or { Count: 0 })
        {
            return null;
        }

        Shorten(values);
        return values.ToJsonString(Json);
    }

    private static void Shorten(JsonObject values)
    {
        foreach (var (name, value) in values.ToList())
        {
            if (value is JsonObject inner)
            {
                Shorten(inner);
            }
            else if (value is JsonValue && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > LongestText } text)
            {
                values[name] = text[..LongestText] + "…";
            }
        }
    }

    private sealed class PeriodText : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Period.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
