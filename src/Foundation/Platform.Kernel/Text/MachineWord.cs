using System.Text.Json;

namespace Platform.Kernel.Text;

/// <summary>Words of enumerations as addresses, files and the API write them: lower case with hyphens, <c>in-progress</c>.</summary>
public static class MachineWord
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <returns>False for what is no word of the enumeration as <see cref="Of"/> writes it, numbers included.</returns>
    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) == text)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
