using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Platform.Composition.ReadyAnswers;

/// <summary>
/// Ready answers of this process. A change empties a commune by raising its generation: what was made before, or was being made meanwhile, is not served.
/// </summary>
internal sealed class ReadyAnswerStore(TimeProvider time) : IDisposable
{
    private const long Megabytes = 64;
    private const int KeyAndHeaders = 2048;

    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = Megabytes << 20 });
    private readonly ConcurrentDictionary<string, int> generations = new(StringComparer.Ordinal);

    public int GenerationOf(string tag) => generations.GetValueOrDefault(tag);

    public void Evict(string tag) => generations.AddOrUpdate(tag, 1, (_, generation) => generation + 1);

    /// <summary>Whoever serves it looks first whether the host still stands for the site that it was made for.</summary>
    public ReadyAnswer? Find(ReadyKey key) =>
        answers.TryGetValue(key, out ReadyAnswer? answer) && answer!.Generation == GenerationOf(answer.Tag)
        && time.GetUtcNow() < answer.Until
            ? answer
            : null;

    public void Keep(ReadyKey key, ReadyAnswer answer) => answers.Set(
        key,
        answer,
        new MemoryCacheEntryOptions { Size = answer.Body.Length + KeyAndHeaders, AbsoluteExpirationRelativeToNow = Ui.Sites.PublicCache.Longest });

    public void Dispose() => answers.Dispose();
}
