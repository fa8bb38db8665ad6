using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Platform.Data.Auditing;
using Platform.Ui;
using Platform.Ui.Acts;

namespace Platform.Records.Acts;

/// <summary>One field before and after an act, in words.</summary>
internal sealed record ActChange(string Field, string? Before, string? After);

/// <summary>Turns what the trail recorded into what people read: the words come from the rooms that record the acts.</summary>
internal sealed class ActTranslator(IEnumerable<ActWords> rooms, IStringLocalizerFactory factory, IStringLocalizer<ActsTexts> own)
{
    private readonly ILookup<string, ActWords> rooms = rooms.ToLookup(words => words.Thing);

    /// <summary>Verbs that everyone may know of.</summary>
    public bool IsPublic(string verb) => rooms[ThingOf(verb)].Any(words => words.Public.Contains(verb));

    public string Verb(string verb) => Find(ThingOf(verb), "Act." + verb) ?? verb;

    public string Subject(string subject)
    {
        var at = subject.IndexOf(':', StringComparison.Ordinal);
        return at < 0
            ? Find(subject, "Thing." + subject) ?? subject
            : Find(subject[..at], $"Thing.{subject[..at]}.{subject[(at + 1)..]}") ?? (Find(subject[..at], "Thing." + subject[..at]) is { } thing ? $"{thing} {subject[(at + 1)..]}" : subject);
    }

    public string Field(string verb, string field) => Find(ThingOf(verb), $"Field.{ThingOf(verb)}.{field}") ?? Own("Field." + field) ?? field;

    /// <param name="names">Names of those among the actors that are known by one.</param>
    public string Actor(string actor, IReadOnlyDictionary<string, string> names)
    {
        if (names.TryGetValue(actor, out var name))
        {
            return name;
        }

        var (kind, key) = actor.Split(':', 2) is [var first, var second] ? (first, second) : (actor, "");
        return Own($"Actor.{kind}.{key}") ?? (Own("Actor." + kind) is { } words ? string.Format(CultureInfo.InvariantCulture, words, key) : actor);
    }

    public IReadOnlyList<ActChange> Changes(AuditEntry entry)
    {
        var (before, after) = (FieldsOf(entry.Before), FieldsOf(entry.After));
        return
        [
            .. before.Keys.Union(after.Keys).Select(field => new ActChange(
                Field(entry.Verb, field),
                before.TryGetValue(field, out var was) ? Value(was) : null,
                after.TryGetValue(field, out var now) ? Value(now) : null)),
        ];
    }

    private static string ThingOf(string verb) => verb.Split('.')[0];

    private static Dictionary<string, JsonElement> FieldsOf(string? json)
    {
        if (json is null)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];
        }
        catch (JsonException)
        {
            // Somebody has been at the row. It is shown as it is, and the verification says so.
            return new() { ["json"] = JsonSerializer.SerializeToElement(json) };
        }
    }

    private string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => own["Nothing"],
        JsonValueKind.True => own["Yes"],
        JsonValueKind.False => own["No"],
        JsonValueKind.Array => value.GetArrayLength() == 0 ? own["Nothing"] : string.Join("\n", value.EnumerateArray().Select(Value)),
        JsonValueKind.Object => Parts(value),
        JsonValueKind.String => Text(value.GetString()!),
        _ => value.GetRawText(),
    };

    private string Text(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Formats.Date(day) : Own("Value." + text) ?? text;

    /// <summary>A text in several languages is shown in each; anything else with the names of its parts.</summary>
    private string Parts(JsonElement value) => string.Join("\n", value.EnumerateObject().Select(part => part.Name switch
    {
        "ar" or "fr" or "zgh" => Value(part.Value),
        var name => $"{Own("Field." + name) ?? name}: {Value(part.Value)}",
    }));

    private string? Find(string thing, string key)
    {
        foreach (var words in rooms[thing])
        {
            if (factory.Create(words.Texts)[key] is { ResourceNotFound: false } text)
            {
                return text;
            }
        }

        return Own(key);
    }

    private string? Own(string key) => own[key] is { ResourceNotFound: false } text ? text.Value : null;
}
