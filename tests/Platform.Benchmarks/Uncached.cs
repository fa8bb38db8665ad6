using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.TestKit;

namespace Platform.Benchmarks;

/// <summary>Hosts whose caches hold nothing: every request is answered anew, though what an answer costs that is kept is paid.</summary>
internal static class Uncached
{
    public static void CacheNothing(this PlatformHostOptions options, Action<IServiceCollection>? more = null) => options.Services = services =>
    {
        services.AddSingleton<IOutputCacheStore, Nothing>();
        services.AddSingleton(new ReadyAnswerStore(new Never()));
        more?.Invoke(services);
    };

    public static async Task<int> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    /// <summary>A clock by which whatever was kept is over.</summary>
    private sealed class Never : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.MaxValue;
    }

    private sealed class Nothing : IOutputCacheStore
    {
        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
