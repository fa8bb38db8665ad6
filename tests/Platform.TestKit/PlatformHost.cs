using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Platform.Composition;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Kernel.Jobs;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.FanOut;
using Platform.Tenancy.Provisioning;

namespace Platform.TestKit;

/// <summary>How a test wants its host.</summary>
public sealed class PlatformHostOptions
{
    public DatabaseEngine Engine { get; set; } = DatabaseEngine.Sqlite;

    /// <summary>Folders of tenants/ to provision; none: all of them.</summary>
    public IReadOnlyList<string> Communes { get; set; } = [];

    /// <summary>The 22nd of November 2026, at noon in Morocco.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    /// <summary>Listens on this loopback port with the real server, for browsers; otherwise requests stay in memory.</summary>
    public int? Port { get; set; }

    /// <summary>False leaves the databases unmade.</summary>
    public bool Provision { get; set; } = true;

    /// <summary>False leaves the databases unwatched: what time is measured of does nothing for tests.</summary>
    public bool Watched { get; set; } = true;

    public Dictionary<string, string?> Settings { get; } = [];

    public Action<IServiceCollection>? Services { get; set; }
}

/// <summary>
/// The real product on its own data folder: every room, the whole pipeline, a real database. Only the clock is the test's, and the scheduler is off
/// unless asked for.
/// </summary>
public sealed class PlatformHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly PlatformHostOptions options;
    private readonly string folder;
    private readonly string database;

    private PlatformHost(
        WebApplication app, PlatformHostOptions options, TestClock clock, QueryCounter queries, Meddler meddler, string folder, string database) =>
        (this.app, this.options, Clock, Queries, Meddler, this.folder, this.database) = (app, options, clock, queries, meddler, folder, database);

    public TestClock Clock { get; }

    /// <summary>Every command that reached a database of this host.</summary>
    public QueryCounter Queries { get; }

    /// <summary>Whoever comes in between.</summary>
    public Meddler Meddler { get; }

    public IServiceProvider Services => app.Services;

    public string DataFolder => Path.Combine(folder, "data");

    public string TenantsFolder => Path.Combine(folder, "tenants");

    public static async Task<PlatformHost> StartAsync(Action<PlatformHostOptions>? configure = null)
    {
        var options = new PlatformHostOptions();
        configure?.Invoke(options);
        var folder = Directory.CreateTempSubdirectory("platform-").FullName;
        var database = $"test_{Guid.NewGuid():N}"[..13];
        var clock = new TestClock(options.Now);
        CopyTenants(options.Communes, Path.Combine(folder, "tenants"));

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Platform.Web",
            ContentRootPath = Path.Combine(Repository.Root, "src", "Hosts", "Platform.Web"),
            EnvironmentName = "Testing",
        });
        builder.Configuration.AddInMemoryCollection(SettingsOf(options, folder, database)).AddInMemoryCollection(options.Settings);
        builder.Logging.ClearProviders();
        builder.AddPlatform();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.RememberPageModels();
        options.Services?.Invoke(builder.Services);
        if (options.Port is null)
        {
            builder.WebHost.UseTestServer();
        }

        var (queries, meddler) = (new QueryCounter(), new Meddler());
        if (options.Watched)
        {
            builder.Services.AddSingleton<IInterceptor>(queries).AddSingleton<IInterceptor>(QueryRecorder.Instance)
                .AddSingleton<IInterceptor>(meddler).AddSingleton<IInterceptor>(new SqlServerRules());
        }

        var host = new PlatformHost(builder.Build(), options, clock, queries, meddler, folder, database);
        host.app.UsePlatform();
        if (options.Provision && !host.TryLayProvisioned())
        {
            await host.ProvisionAsync();
            host.KeepProvisioned();
        }

        await host.app.StartAsync();
        return host;
    }

    /// <summary>What provisioning depends on, beside the files of tenants/; nothing where the databases are elsewhere or no files, or where rooms are changed.</summary>
    private string? ProvisioningKey => options.Engine == DatabaseEngine.Sqlite && options.Services is null && !options.Settings.Keys.Any(key => key.StartsWith("Data", StringComparison.Ordinal))
        ? $"{options.Now:O} {string.Join(' ', options.Communes.Order(StringComparer.Ordinal))}"
        : null;

    private bool TryLayProvisioned() => ProvisioningKey is { } key && ProvisionedData.TryLay(key, DataFolder);

    private void KeepProvisioned()
    {
        if (ProvisioningKey is { } key)
        {
            ProvisionedData.Keep(key, DataFolder);
        }
    }

    /// <summary>What provisioning at start does, waited for.</summary>
    public async Task ProvisionAsync()
    {
        var provisioner = Services.GetRequiredService<Provisioner>();
        await provisioner.MigrateNationalAsync(CancellationToken.None);
        await provisioner.EnterFoldersAsync(CancellationToken.None);
        var communes = await Services.GetRequiredService<TenantStore>().AllAsync(CancellationToken.None);
        var outcomes = await provisioner.ProvisionAsync(communes.Select(tenant => tenant.Commune), FanOutLimits.Default, null, CancellationToken.None);
        if (outcomes.FirstOrDefault(outcome => outcome.Error is not null) is { Error: { } error } failed)
        {
            throw new InvalidOperationException($"{failed.Commune.Slug} could not be provisioned.", error);
        }
    }

    /// <summary>A client of a commune's site that follows no redirects.</summary>
    public HttpClient Commune(string slug) => Client($"{slug}.localhost");

    /// <summary>A client of the national site that follows no redirects.</summary>
    public HttpClient National() => Client("localhost");

    public HttpClient Client(string host)
    {
        var client = new HttpClient(Handler());
        Address(client, host);
        return client;
    }

    /// <summary>What reaches this host: the real server, or the pipeline in memory.</summary>
    internal HttpMessageHandler Handler() => options.Port is null
        ? app.GetTestServer().CreateHandler()
        : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    internal void Address(HttpClient client, string host)
    {
        if (options.Port is { } port)
        {
            // .NET does not resolve *.localhost; the Host header says which site is meant.
            client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
            client.DefaultRequestHeaders.Host = $"{host}:{port}";
        }
        else
        {
            client.BaseAddress = new Uri($"http://{host}");
        }
    }

    /// <summary>Runs in a scope of this commune, as a request or a job would.</summary>
    public async Task<T> InCommuneAsync<T>(string slug, Func<IServiceProvider, Task<T>> work)
    {
        var tenant = await Services.GetRequiredService<TenantStore>().BySlugAsync(slug, CancellationToken.None)
            ?? throw new InvalidOperationException($"There is no commune '{slug}' in this host.");
        await using var scope = Services.GetRequiredService<CommuneScopes>().Create(tenant.Commune);
        return await work(scope.ServiceProvider);
    }

    public Task InCommuneAsync(string slug, Func<IServiceProvider, Task> work) => InCommuneAsync(slug, async services =>
    {
        await work(services);
        return true;
    });

    /// <summary>Runs a job for every commune, now, as the scheduler would.</summary>
    public async Task RunJobAsync(string name, string key)
    {
        foreach (var tenant in await Services.GetRequiredService<TenantStore>().AllAsync(CancellationToken.None))
        {
            await InCommuneAsync(tenant.Commune.Slug, services =>
                services.GetRequiredKeyedService<ICommuneJob>(name).RunAsync(key, CancellationToken.None));
        }
    }

    public async Task<T> InNationAsync<T>(Func<NationalContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NationalContext>());
    }

    public Task SuspendAsync(string slug) => CloseAsync(slug, CommuneState.Suspended);

    /// <summary>The commune has left the platform.</summary>
    public Task ArchiveAsync(string slug) => CloseAsync(slug, CommuneState.Archived);

    private async Task CloseAsync(string slug, CommuneState state)
    {
        await InNationAsync(db => db.Set<TenantInfo>().Where(tenant => tenant.Slug == slug)
            .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, state)));
        Services.GetRequiredService<TenantStore>().Forget();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        if (options.Engine == DatabaseEngine.SqlServer)
        {
            await DropDatabasesAsync();
        }

        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string?> SettingsOf(PlatformHostOptions options, string folder, string database)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data:Folder"] = Path.Combine(folder, "data"),
            ["Tenants:Folder"] = Path.Combine(folder, "tenants"),
            ["Provisioning:AtStart"] = "false",
            ["Jobs:Enabled"] = "false",
            ["Site:BaseHost"] = "localhost",
            ["Site:CatalogSeconds"] = "0",
            ["urls"] = $"http://127.0.0.1:{options.Port ?? 80}",
            ["Database:Engine"] = options.Engine.ToString(),
        };
        if (options.Engine == DatabaseEngine.SqlServer)
        {
            settings["ConnectionStrings:National"] = Catalog(database + "_national");
            settings["Database:CommuneConnectionTemplate"] = Catalog(database + "_{slug}");
        }

        return settings;
    }

    private static string Catalog(string name) => new SqlConnectionStringBuilder(TestDatabase.SqlServer) { InitialCatalog = name }.ConnectionString;

    private static void CopyTenants(IReadOnlyList<string> communes, string target)
    {
        foreach (var source in Directory.GetDirectories(Repository.Tenants))
        {
            var name = Path.GetFileName(source);
            if (name[0] != '_' && communes.Count > 0 && !communes.Contains(name))
            {
                continue;
            }

            var copy = Directory.CreateDirectory(Path.Combine(target, name)).FullName;
            foreach (var file in Directory.GetFiles(source))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }
    }

    private async Task DropDatabasesAsync()
    {
        await using var connection = new SqlConnection(TestDatabase.SqlServer);
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var list = new SqlCommand("SELECT name FROM sys.databases WHERE name LIKE @prefix + '%'", connection))
        {
            list.Parameters.AddWithValue("@prefix", database);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        SqlConnection.ClearAllPools();
        foreach (var name in names)
        {
#pragma warning disable CA2100 // The names come from the server itself, quoted.
            await using var drop = new SqlCommand($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]", connection);
#pragma warning restore CA2100
            await drop.ExecuteNonQueryAsync();
        }
    }
}
