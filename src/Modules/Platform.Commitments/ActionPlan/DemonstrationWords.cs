using System.Text.Json;
using Platform.Kernel.Text;

namespace Platform.Commitments.ActionPlan;

/// <summary>The words that a made-up year of activity is told in: <c>demonstration.json</c> beside this file, in Arabic and French.</summary>
internal sealed record DemonstrationWords(
    IReadOnlyList<LocalizedText> Responsible,
    IReadOnlyList<LocalizedText> Partners,
    IReadOnlyList<LocalizedText> Started,
    IReadOnlyList<LocalizedText> Advanced,
    IReadOnlyList<LocalizedText> Completed,
    IReadOnlyList<LocalizedText> Cancelled,
    IReadOnlyList<LocalizedText> Evidence,
    IReadOnlyList<DemonstrationSession> Sessions,
    IReadOnlyList<DemonstrationActivity> Activities)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static DemonstrationWords Read()
    {
        using var stream = typeof(DemonstrationWords).Assembly.GetManifestResourceStream(typeof(DemonstrationWords), "demonstration.json")!;
        return JsonSerializer.Deserialize<DemonstrationWords>(stream, Json)!;
    }
}

/// <param name="Month">Month of an ordinary session of the council (organic law 113-14, art. 33: February, May and October).</param>
internal sealed record DemonstrationSession(int Month, LocalizedText Title);

/// <param name="Axis">Number of the standard axis.</param>
internal sealed record DemonstrationActivity(int Axis, LocalizedText Title);
