using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>The measures that all rooms publish, by key, for the commune of the scope.</summary>
internal sealed class MeasureBook
{
    private readonly Dictionary<string, IMeasureSource> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeasureDefinition> definitions = new(StringComparer.Ordinal);

    public MeasureBook(IEnumerable<IMeasureSource> sources)
    {
        foreach (var source in sources)
        {
            foreach (var measure in source.Measures)
            {
                if (!definitions.TryAdd(measure.Key, measure))
                {
                    throw new InvalidOperationException($"Two rooms publish the measure '{measure.Key}'.");
                }

                this.sources.Add(measure.Key, source);
            }
        }
    }

    public IReadOnlyDictionary<string, MeasureDefinition> Definitions => definitions;

    /// <summary>Counts these measures: each source is asked once for all of its own. Keys that nobody publishes are left out.</summary>
    public async Task<Dictionary<string, Figure>> MeasureAsync(IEnumerable<string> keys, Period period, CancellationToken cancellation)
    {
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var asked in keys.Distinct(StringComparer.Ordinal).Where(sources.ContainsKey).GroupBy(key => sources[key]).ToList())
        {
            foreach (var (key, measurement) in await asked.Key.MeasureAsync([.. asked], period, cancellation))
            {
                figures[key] = Figure.Measured(definitions[key], measurement);
            }
        }

        return figures;
    }

    /// <summary>The rows behind one measure as they are now; none where nobody publishes it.</summary>
    public async Task<IReadOnlyList<MeasureRow>?> RowsAsync(string key, Period period, CancellationToken cancellation) =>
        sources.TryGetValue(key, out var source) ? await source.RowsAsync(key, period, cancellation) : null;
}
