using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Composition.Operations;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;

namespace Platform.IntegrationTests.Operations;

public sealed class StartUpTests : IDisposable
{
    private readonly DirectoryInfo tenants = Directory.CreateTempSubdirectory("tenants-");

    public void Dispose() => tenants.Delete(recursive: true);

    [Fact]
    public async Task Mistakes_in_a_folder_are_told_with_file_and_line_and_the_other_communes_open()
    {
        Copy("_standard");
        Copy("demnate");
        Copy("larache");
        var file = Path.Combine(tenants.FullName, "larache", "commune.yaml");
        await File.AppendAllTextAsync(file, "\nnoSuchKey: 1\n", TestContext.Current.CancellationToken);
        var log = new Memory();

        await using var host = await StartAsync(log);

        Assert.Contains(log.Lines, line => line.Contains("larache/commune.yaml:", StringComparison.Ordinal) && line.Contains("noSuchKey", StringComparison.Ordinal));
        Assert.Equal(["demnate"], await host.InNationAsync(db => db.Set<TenantInfo>().Where(tenant => tenant.State == CommuneState.Active).Select(tenant => tenant.Slug).ToListAsync()));
        using var client = host.Commune("larache");
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/ar"));
    }

    [Fact]
    public async Task Starting_again_doubles_nothing()
    {
        Copy("_standard");
        Copy("demnate");
        await using var first = await StartAsync(new Memory());

        await using var second = await PlatformHost.StartAsync(options => AtStart(options, new Memory(), first.DataFolder));
        await second.Services.GetRequiredService<StartUpState>().Provisioned.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(1, await second.InNationAsync(db => db.Set<TenantInfo>().CountAsync()));
    }

    [Fact]
    public async Task A_port_that_the_system_chooses_is_the_one_that_addresses_name()
    {
        await using var host = await PlatformHost.StartAsync(options => (options.Communes, options.Port) = (["demnate"], 0));
        var address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Host = $"demnate.localhost:{address.Port}";

        var document = await client.GetStringAsync(new Uri(address, "/openapi/v1.json"), TestContext.Current.CancellationToken);

        Assert.NotEqual(0, address.Port);
        Assert.Contains($"http://demnate.localhost:{address.Port}", document, StringComparison.Ordinal);
    }

    private async Task<PlatformHost> StartAsync(Memory log)
    {
        var host = await PlatformHost.StartAsync(options => AtStart(options, log, null));
        await host.Services.GetRequiredService<StartUpState>().Provisioned.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return host;
    }

    private void AtStart(PlatformHostOptions options, Memory log, string? data)
    {
        options.Communes = ["demnate"];
        options.Provision = false;
        options.Settings["Provisioning:AtStart"] = "true";
        options.Settings["Tenants:Folder"] = tenants.FullName;
        if (data is not null)
        {
            options.Settings["Data:Folder"] = data;
        }

        options.Services = services => services.AddSingleton<ILoggerProvider>(log);
    }

    private void Copy(string folder)
    {
        var target = tenants.CreateSubdirectory(folder).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Tenants, folder)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private sealed class Memory : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception?.Message}");

        public void Dispose()
        {
        }
    }
}
