using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;

namespace Platform.Ui;

/// <summary>How communes and their programmes are named to readers, on their own sites and on the national one.</summary>
public static class CommuneNames
{
    public static string CommuneNamed(this IStringLocalizer<CommonTexts> texts, string name)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[Elision.IsBefore(name) ? "CommuneNamedBeforeVowel" : "CommuneNamed", name];
    }

    /// <summary>A programme's name, or its code where the platform has no name for it.</summary>
    public static string Programme(this IStringLocalizer<CommonTexts> texts, string code)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(code);
        return texts["Programme_" + code] is { ResourceNotFound: false } name ? name.Value : code.ToUpperInvariant();
    }
}
