using Xunit;

namespace Platform.TestKit;

/// <summary>
/// One host with all communes of tenants/, for tests that only read. A test project shares it with <c>[assembly: AssemblyFixture(typeof(SharedHost))]</c>;
/// a test that changes anything starts its own.
/// </summary>
public sealed class SharedHost : IAsyncLifetime
{
    private PlatformHost? host;

    public PlatformHost Host => host ?? throw new InvalidOperationException("The shared host has not been started.");

    public async ValueTask InitializeAsync() => host = await PlatformHost.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
