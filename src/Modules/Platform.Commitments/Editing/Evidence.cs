using System.Globalization;
using System.Resources;
using Platform.Kernel.Text;

namespace Platform.Commitments.Editing;

/// <summary>What rows that are written for people say of their evidence.</summary>
internal static class Evidence
{
    /// <summary>A text of the platform in both languages at once, for rows: whatever language this runs in.</summary>
    public static LocalizedText InBoth(Type texts, string key, params object[] values)
    {
        var resources = new ResourceManager(texts);
        return new(In(Language.Arabic), In(Language.French));

        string In(Language language)
        {
            var culture = CultureInfo.GetCultureInfo(language.Culture);
            return string.Format(culture, resources.GetString(key, culture)!, [.. values.Select(value => value is LocalizedText text ? text.In(language) : value)]);
        }
    }
}
