using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Kernel.Communes;
using Platform.Kernel.Text;

namespace Platform.Communes.Profile;

/// <summary>A national portal to which a commune can leave a feature.</summary>
/// <param name="AsOf">When its address was looked up.</param>
/// <param name="Source">Where it is known from.</param>
internal sealed record Portal(Feature Feature, LocalizedText Name, string Address, DateOnly AsOf, string Source);

/// <summary>The national portals, from <c>portals.json</c>: addresses change, so they are dated data, and a commune can write another.</summary>
internal static class Portals
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<Portal> All { get; } = Read();

    private static List<Portal> Read()
    {
        using var stream = typeof(Portals).Assembly.GetManifestResourceStream("portals.json")!;
        return JsonSerializer.Deserialize<List<Portal>>(stream, Json)!;
    }
}
