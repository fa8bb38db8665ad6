using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestKit;

namespace Platform.Benchmarks;

/// <summary>Hosts whose output cache holds nothing: every request is answered anew.</summary>
internal static class Uncached
{
    public static void CacheNothing(this PlatformHostOptions options, Action<IServiceCollection>? more = null) => options.Services = services =>
    {
        services.AddSingleton<IOutputCacheStore, Nothing>();
        more?.Invoke(services);
    };

    public static async Task<int> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private sealed class Nothing : IOutputCacheStore
    {
        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
