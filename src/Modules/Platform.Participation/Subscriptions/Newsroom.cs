using Platform.Kernel.Communes;
using Platform.Kernel.Publishing;

namespace Platform.Participation.Subscriptions;

/// <summary>What all rooms of the commune have news of. Features that the commune does without have none.</summary>
internal sealed class Newsroom(IEnumerable<INewsSource> rooms, CurrentCommune commune)
{
    public async Task<NewsSubject?> FindAsync(string? key, CancellationToken cancellation) =>
        key is { Length: > 0 and <= Subscription.SubjectLength } && (await FindAsync([key], cancellation)).TryGetValue(key, out var found) ? found : null;

    /// <summary>By key; what the public cannot see, or not any more, is left out.</summary>
    public async Task<IReadOnlyDictionary<string, NewsSubject>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        var found = new Dictionary<string, NewsSubject>(StringComparer.Ordinal);
        foreach (var (room, own) in Of(keys))
        {
            foreach (var subject in await room.SubjectsAsync(own, cancellation))
            {
                found[subject.Key] = subject;
            }
        }

        return found;
    }

    /// <summary>By key of the subject, in the order in which they came to pass.</summary>
    public async Task<ILookup<string, NewsItem>> NewsAsync(IReadOnlyCollection<string> keys, DateTime from, DateTime until, CancellationToken cancellation)
    {
        var news = new List<NewsItem>();
        foreach (var (room, own) in Of(keys))
        {
            news.AddRange(await room.NewsAsync(own, from, until, cancellation));
        }

        return news.OrderBy(item => item.At).ThenBy(item => item.Id, StringComparer.Ordinal).ToLookup(item => item.Subject, StringComparer.Ordinal);
    }

    private IEnumerable<(INewsSource Room, IReadOnlyCollection<string> Keys)> Of(IReadOnlyCollection<string> keys) => rooms
        .Where(room => commune.Value.Profile.Has(room.Feature))
        .Select(room => (room, (IReadOnlyCollection<string>)[.. keys.Where(key => NewsKeys.KindOf(key) == room.Kind)]))
        .Where(pair => pair.Item2.Count > 0);
}
