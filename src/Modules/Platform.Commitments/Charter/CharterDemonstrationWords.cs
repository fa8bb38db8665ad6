using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Commitments.Charter.FollowUp;
using Platform.Kernel.Charters;
using Platform.Kernel.Text;

namespace Platform.Commitments.Charter;

/// <summary>
/// The words of made-up registers: <c>demonstration.json</c> beside this file. They say themselves that they are examples; <c>{0}</c> is a running number.
/// </summary>
internal sealed record CharterDemonstrationWords(
    IReadOnlyList<LocalizedText> Associations,
    IReadOnlyList<LocalizedText> Partners,
    IReadOnlyList<LocalizedText> Capacities,
    IReadOnlyList<LocalizedText> Ceremonies,
    IReadOnlyList<MadeUpUse> Uses,
    IReadOnlyList<MadeUpAction> Actions,
    IReadOnlyList<LocalizedText> Audiences,
    IReadOnlyList<MadeUpSeat> Team,
    string Decision,
    LocalizedText CommitmentNote)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static CharterDemonstrationWords Read()
    {
        using var stream = typeof(CharterDemonstrationWords).Assembly.GetManifestResourceStream(typeof(CharterDemonstrationWords), "demonstration.json")!;
        return JsonSerializer.Deserialize<CharterDemonstrationWords>(stream, Json)!;
    }
}

internal sealed record MadeUpUse(LadderRung Rung, LocalizedText Process, LocalizedText? Difficulties, LocalizedText? Done);

internal sealed record MadeUpAction(CommunicationKind Kind, LocalizedText Title);

internal sealed record MadeUpSeat(SeatKind Seat, LocalizedText Function);
