using System.Text.Json;

namespace Platform.Commitments.Indicators;

/// <summary>Words of enumerations as files, addresses and the API write them: <c>on-track</c>.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <returns>False for what is no word of the enumeration, numbers included.</returns>
    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (string.Equals(Of(known), text, StringComparison.Ordinal))
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
