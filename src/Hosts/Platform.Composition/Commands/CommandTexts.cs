using System.Globalization;
using System.Resources;

namespace Platform.Composition.Commands;

/// <summary>
/// What the operator's console says: English alone, for the people who run servers. It is no text for citizens, and so has no Arabic and French twins.
/// </summary>
internal sealed class CommandTexts
{
    private static readonly ResourceManager Resources = new(typeof(CommandTexts));

    public static string Get(string key, params object?[] values)
    {
        var text = Resources.GetString(key, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"CommandTexts has no '{key}'.");
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
