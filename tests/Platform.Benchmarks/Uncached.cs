using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestKit;

namespace Platform.Benchmarks;

/// <summary>Hosts whose output cache holds nothing: every request is answered anew.</summary>
internal static class Uncached
{
    public static void CacheNothing(this PlatformHostOptions options) =>
        options.Services = services => services.Configure<OutputCacheOptions>(cache => cache.SizeLimit = 0);

    public static async Task<int> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
