using Platform.Kernel.Communes;
using Platform.Kernel.Consulting;

namespace Platform.Participation.Decisions;

/// <summary>What all rooms of the commune have taken upon themselves, for decisions to name.</summary>
internal sealed class Undertakings(IEnumerable<IUndertakings> rooms, CurrentCommune commune)
{
    public async Task<IReadOnlyList<Undertaking>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<Undertaking>();
        foreach (var room in rooms.Where(room => commune.Value.Profile.Has(room.Feature)))
        {
            all.AddRange(await room.AllAsync(cancellation));
        }

        return all;
    }

    public async Task<Undertaking?> FindAsync(string key, CancellationToken cancellation) => (await AllAsync(cancellation)).FirstOrDefault(one => one.Key == key);

    /// <summary>Keys of those that were carried out at the end of a day.</summary>
    public async Task<IReadOnlySet<string>> CarriedOutAsync(IReadOnlyCollection<string> keys, DateOnly day, CancellationToken cancellation)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        if (keys.Count > 0)
        {
            foreach (var room in rooms)
            {
                done.UnionWith(await room.CarriedOutAsync(keys, day, cancellation));
            }
        }

        return done;
    }
}
