using Platform.Data;

namespace Platform.Commitments.Sources;

/// <summary>
/// What was read last of a commune in a scope, so that those who need the same in one run read it once. Forgotten when something is saved, and with the scope.
/// </summary>
internal sealed class Remembered<TKey, TValue>
    where TKey : IEquatable<TKey>
{
    private (TKey Key, TValue Value)? last;

    public Remembered(CommuneContext db) => db.SavedChanges += (_, _) => last = null;

    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> read)
    {
        if (last is { } known && known.Key.Equals(key))
        {
            return known.Value;
        }

        var value = await read();
        last = (key, value);
        return value;
    }
}
