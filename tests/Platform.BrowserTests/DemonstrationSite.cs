using System.Net;

namespace Platform.BrowserTests;

/// <summary>The product in its other states: a demonstration year, a charter in its second version, communes that are closed.</summary>
public sealed class DemonstrationSite : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private PlatformHost? host;

    public string Address(string? site, string path) => Site.AddressAt(port, site, path);

    public async ValueTask InitializeAsync()
    {
        host = await PlatformHost.StartAsync(options => (options.Port, options.Communes) = (port, ["demnate", "larache", "settat", "zaio", "zoumi"]));
        await NextCharterAsync();
        if (await host.OperateAsync("demo", "--yes") is { Code: not 0 } said)
        {
            throw new InvalidOperationException(said.Text);
        }

        await host.SuspendAsync("zaio");
        await host.ArchiveAsync("zoumi");
        using var client = host.Commune("demnate");
        if (await client.StatusAsync("/fr/charter/versions/2") != HttpStatusCode.OK)
        {
            throw new InvalidOperationException("The second version of the charter is not there.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>The council votes again: a title, a commitment and a paragraph are no longer what they were.</summary>
    private async Task NextCharterAsync()
    {
        var folder = Path.Combine(host!.TenantsFolder, "demnate");
        var (structure, text) = (Path.Combine(folder, "charter.yaml"), Path.Combine(folder, "charter.md"));
        var yaml = await File.ReadAllTextAsync(structure);
        await File.WriteAllTextAsync(structure, yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        var lines = (await File.ReadAllLinesAsync(text)).ToList();
        var item = lines.FindIndex(line => line.StartsWith("- ", StringComparison.Ordinal));
        lines.RemoveAt(item);
        lines[item] += " …";
        await File.WriteAllLinesAsync(text, lines);
        await host.ProvisionAsync();
    }
}
