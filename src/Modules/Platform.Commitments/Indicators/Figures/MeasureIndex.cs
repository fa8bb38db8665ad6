using System.Collections.Frozen;
using Platform.Kernel.Measures;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>
/// Which measures the sources publish, by key, and the place of each one's source among them. Sources are made anew for each commune's scope, what they publish
/// is the same in all: it is gathered from the first.
/// </summary>
internal sealed class MeasureIndex
{
    private Measures? known;

    /// <exception cref="InvalidOperationException">Two sources publish the same measure.</exception>
    public Measures Of(IReadOnlyList<IMeasureSource> sources) => known ??= Gather(sources);

    private static Measures Gather(IReadOnlyList<IMeasureSource> sources)
    {
        var all = sources.SelectMany((source, place) => source.Measures.Select(measure => (measure.Key, Place: place, Measure: measure))).ToList();
        return all.GroupBy(one => one.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"Two rooms publish the measure '{twice.Key}'.")
            : new(
                all.ToFrozenDictionary(one => one.Key, one => one.Measure, StringComparer.Ordinal),
                all.ToFrozenDictionary(one => one.Key, one => one.Place, StringComparer.Ordinal));
    }

    internal sealed record Measures(IReadOnlyDictionary<string, MeasureDefinition> Definitions, IReadOnlyDictionary<string, int> Places);
}
