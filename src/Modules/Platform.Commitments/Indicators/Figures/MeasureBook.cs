using Platform.Kernel.Measures;
using Platform.Kernel.Time;

namespace Platform.Commitments.Indicators.Figures;

/// <summary>The measures that all rooms publish, by key, for the commune of the scope.</summary>
internal sealed class MeasureBook
{
    private readonly IMeasureSource[] sources;
    private readonly MeasureIndex.Measures published;

    public MeasureBook(IEnumerable<IMeasureSource> sources, MeasureIndex index)
    {
        this.sources = [.. sources];
        published = index.Of(this.sources);
    }

    public IReadOnlyDictionary<string, MeasureDefinition> Definitions => published.Definitions;

    /// <summary>Counts these measures: each source is asked once for all of its own. Keys that nobody publishes are left out.</summary>
    public async Task<Dictionary<string, Figure>> MeasureAsync(IEnumerable<string> keys, Period period, CancellationToken cancellation)
    {
        var asked = new HashSet<string>?[sources.Length];
        foreach (var key in keys)
        {
            if (published.Places.TryGetValue(key, out var place))
            {
                (asked[place] ??= new(StringComparer.Ordinal)).Add(key);
            }
        }

        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        for (var i = 0; i < sources.Length; i++)
        {
            if (asked[i] is { } own)
            {
                foreach (var (key, measurement) in await sources[i].MeasureAsync(own, period, cancellation))
                {
                    figures.Add(key, Figure.Measured(published.Definitions[key], measurement));
                }
            }
        }

        return figures;
    }

    /// <summary>The rows behind one measure as they are now; none where nobody publishes it.</summary>
    public async Task<IReadOnlyList<MeasureRow>?> RowsAsync(string key, Period period, CancellationToken cancellation) =>
        published.Places.TryGetValue(key, out var place) ? await sources[place].RowsAsync(key, period, cancellation) : null;
}
