using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Commitments.Home;

/// <summary>The news of all features of a commune together.</summary>
internal sealed class News(IEnumerable<IChangeSource> sources, CurrentCommune commune)
{
    /// <summary>The latest changes of all features that the commune has, the newest first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="ofEach">How many at most of one feature, so that a busy one does not hide the others.</param>
    public async Task<IReadOnlyList<Change>> LatestAsync(int count, int ofEach, CancellationToken cancellation)
    {
        var changes = new List<Change>();
        foreach (var source in sources.Where(source => source.Feature is not { } feature || commune.Value.Profile.Has(feature)))
        {
            // One after the other: they share the commune's context.
            changes.AddRange(await source.LatestAsync(ofEach, cancellation));
        }

        return [.. changes.OrderByDescending(change => change.At).ThenBy(change => change.Id, StringComparer.Ordinal).Take(count)];
    }
}
