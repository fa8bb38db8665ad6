using System.Text.Json;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>
/// What made-up signatories are called: <c>demonstration.json</c> beside this file. The names say themselves that they are examples; <c>{0}</c> is a
/// running number.
/// </summary>
internal sealed record SignatoryWords(
    IReadOnlyList<LocalizedText> Associations,
    IReadOnlyList<LocalizedText> Partners,
    IReadOnlyList<LocalizedText> Capacities,
    IReadOnlyList<LocalizedText> Ceremonies)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static SignatoryWords Read()
    {
        using var stream = typeof(SignatoryWords).Assembly.GetManifestResourceStream(typeof(SignatoryWords), "demonstration.json")!;
        return JsonSerializer.Deserialize<SignatoryWords>(stream, Json)!;
    }
}
