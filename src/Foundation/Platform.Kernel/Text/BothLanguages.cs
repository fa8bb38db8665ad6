using System.Collections.Concurrent;
using System.Resources;
using Platform.Kernel.Time;

namespace Platform.Kernel.Text;

/// <summary>Texts of the platform in both languages at once, for rows: whatever language this runs in.</summary>
public static class BothLanguages
{
    private static readonly ConcurrentDictionary<Type, ResourceManager> Files = new();

    /// <param name="texts">Names the files: <c>XTexts.ar.resx</c> and <c>XTexts.fr.resx</c>.</param>
    /// <param name="values">Texts and instants (UTC) are written in each language.</param>
    public static LocalizedText Of(Type texts, string key, params object[] values)
    {
        var words = Files.GetOrAdd(texts, type => new(type));
        return new(In(Language.Arabic), In(Language.French));

        string In(Language language) => string.Format(
            language.Culture,
            words.GetString(key, language.Culture) ?? throw new InvalidOperationException($"{words.BaseName} has no '{key}'."),
            [.. values.Select(value => value switch
            {
                LocalizedText text => text.In(language),
                DateTime instant => MoroccoTime.FromUtc(instant).ToString("d MMMM yyyy HH:mm", language.Culture),
                _ => value,
            })]);
    }
}
