using Microsoft.Extensions.Options;

namespace Platform.Identity.ExternalSignIn;

/// <summary>The providers of each site, as configuration names them.</summary>
internal sealed class Providers : IDisposable
{
    private const int LongestAnswer = 1 << 20;

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LongestAnswer,
    };

    private readonly ILookup<string, Provider> providers;

    public Providers(IOptions<ExternalSignInOptions> options, TimeProvider time) => providers = options.Value.All
        .OrderBy(each => each.Key, StringComparer.Ordinal)
        .ToLookup(each => each.Site, each => new Provider(each.Key, each.Provider, http, time), StringComparer.Ordinal);

    /// <param name="site">As sessions name it: <c>national</c>, <c>commune:demnate</c>.</param>
    public IReadOnlyList<Provider> Of(string site) => [.. providers[site]];

    public Provider? Find(string site, string? key) => providers[site].FirstOrDefault(provider => provider.Key == key);

    public void Dispose() => http.Dispose();
}
