using System.Text.Json.Serialization;

namespace Platform.Kernel.Text;

/// <summary>One text in the languages of the platform. Arabic is always there; French and Amazigh where somebody wrote them.</summary>
public sealed record LocalizedText
{
    [JsonConstructor]
    public LocalizedText(string ar, string? fr = null, string? zgh = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ar);
        Ar = ar;
        Fr = string.IsNullOrWhiteSpace(fr) ? null : fr;
        Zgh = string.IsNullOrWhiteSpace(zgh) ? null : zgh;
    }

    /// <summary>Arabic.</summary>
    [JsonPropertyName("ar")]
    public string Ar { get; }

    /// <summary>French; left out where nobody wrote it.</summary>
    [JsonPropertyName("fr"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fr { get; }

    /// <summary>Amazigh; left out where nobody wrote it.</summary>
    [JsonPropertyName("zgh"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Zgh { get; }

    /// <summary>The text in <paramref name="language"/>, or in Arabic where that language has none.</summary>
    public string In(Language language) => Own(language) ?? Ar;

    /// <summary>The language that <see cref="In"/> answers in, so that a page can mark a fallback with <c>lang</c> and <c>dir</c>.</summary>
    public Language ShownIn(Language language) => Own(language) is null ? Language.Arabic : language;

    /// <summary>As a title is kept: what was pasted from a table or over several lines stands on one, with single spaces.</summary>
    public LocalizedText OnOneLine() => new(Line(Ar)!, Line(Fr), Line(Zgh));

    private static string? Line(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string? Own(Language language) =>
        language == Language.French ? Fr : language == Language.Amazigh ? Zgh : Ar;

    public override string ToString() => Ar;
}
