using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Commitments.ActionPlan;

/// <summary>Words of an enumeration as addresses and JSON write them: lower case with hyphens, <c>in-progress</c>.</summary>
internal sealed class PlanWord<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;

internal static class PlanWord
{
    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    /// <returns>False where the text is no word of the enumeration as <see cref="Of"/> writes it.</returns>
    public static bool TryRead<T>(string text, out T word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == text)
            {
                word = value;
                return true;
            }
        }

        word = default;
        return false;
    }
}
