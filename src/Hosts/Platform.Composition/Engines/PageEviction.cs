using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.Ui.Sites;

namespace Platform.Composition.Engines;

/// <summary>
/// Empties the cached pages of a site: at once, or for what arrives in crowds at most once in <see cref="Shortest"/>. The first of a crowd is seen at once, and
/// what came after it when that time is over: readers of a page that two hundred people write to in a second share one that is made once.
/// </summary>
internal sealed class PageEviction(IServiceProvider services)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Crowd> crowds = new(StringComparer.Ordinal);

    public async ValueTask NowAsync(string tag)
    {
        if (services.GetService<IOutputCacheStore>() is { } store)
        {
            // First, that no page which is being made now is kept; then the inner one: nothing can be made ready again from what it still holds.
            services.GetRequiredService<PublicGenerations>().Next(tag);
            await store.EvictByTagAsync(tag, CancellationToken.None);
            services.GetRequiredService<ReadyAnswerStore>().Evict(tag);
        }
    }

    public ValueTask SoonAsync(string tag)
    {
        switch (crowds.GetOrAdd(tag, _ => new()).Arrive())
        {
            case { } wait when wait <= TimeSpan.Zero:
                return NowAsync(tag);
            case { } wait:
                _ = LaterAsync(tag, wait);
                return ValueTask.CompletedTask;
            default:
                return ValueTask.CompletedTask;
        }
    }

    private async Task LaterAsync(string tag, TimeSpan wait)
    {
        // On the clock of the machine: this is about its load, not about anybody's time of day.
        await Task.Delay(wait);
        crowds[tag].Begin();
        await NowAsync(tag);
    }

    private sealed class Crowd
    {
        private readonly Lock gate = new();
        private long? last;
        private bool waiting;

        /// <returns>How long until the pages are emptied, zero for now; none where that is on its way.</returns>
        public TimeSpan? Arrive()
        {
            lock (gate)
            {
                if (waiting)
                {
                    return null;
                }

                var left = last is { } begun ? Shortest - Stopwatch.GetElapsedTime(begun) : TimeSpan.Zero;
                if (left > TimeSpan.Zero)
                {
                    waiting = true;
                    return left;
                }

                last = Stopwatch.GetTimestamp();
                return TimeSpan.Zero;
            }
        }

        /// <summary>What arrives from now on belongs to the next time.</summary>
        public void Begin()
        {
            lock (gate)
            {
                (last, waiting) = (Stopwatch.GetTimestamp(), false);
            }
        }
    }
}
