using System.Globalization;
using System.Resources;
using Platform.Kernel.Text;
using Platform.Kernel.Time;

namespace Platform.Participation;

/// <summary>Texts of the platform in both languages at once, for rows: whatever language this runs in.</summary>
internal static class BothLanguages
{
    /// <param name="values">Texts and instants (UTC) are written in each language.</param>
    public static LocalizedText Of(Type texts, string key, params object[] values)
    {
        var resources = new ResourceManager(texts);
        return new(In(Language.Arabic), In(Language.French));

        string In(Language language)
        {
            var culture = CultureInfo.GetCultureInfo(language.Culture);
            return string.Format(culture, resources.GetString(key, culture)!, [.. values.Select(value => value switch
            {
                LocalizedText text => text.In(language),
                DateTime instant => MoroccoTime.FromUtc(instant).ToString("d MMMM yyyy HH:mm", culture),
                _ => value,
            })]);
        }
    }
}
