using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.Connections;
using Platform.Tenancy.Directory;
using Platform.Tenancy.Provisioning;

namespace Platform.IntegrationTests.Engines;

/// <summary>The same bodies on every engine.</summary>
public sealed class ProvisioningTests
{
    private static readonly string[] Documented = ["beni-mellal", "bni-mathar", "demnate", "larache"];

    [Theory]
    [EveryEngine]
    public async Task Provisioning_twice_doubles_nothing(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);
        var first = await CountsAsync(host);

        await host.ProvisionAsync();

        Assert.Equal(first, await CountsAsync(host));
        Assert.Contains(first, count => count.Value > 0);
    }

    [Theory]
    [EveryEngine]
    public async Task Every_commune_has_its_own_database(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);

        var connections = new HashSet<string?>();
        foreach (var slug in Documented)
        {
            connections.Add(await host.InCommuneAsync(slug, services =>
                Task.FromResult(services.GetRequiredService<CommuneContext>().Database.GetConnectionString())));
        }

        Assert.Equal(Documented.Length, connections.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task Migrations_bring_an_empty_database_to_the_model(DatabaseEngine engine)
    {
        await using var host = await StartAsync(engine);

        var pending = await host.InCommuneAsync("demnate", services => services.GetRequiredService<CommuneContext>().Database.GetPendingMigrationsAsync());

        Assert.Empty(pending);
    }

    [Fact]
    public async Task What_a_commune_costs_does_not_grow_with_the_number_of_communes()
    {
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Provision = false;
            options.Communes = ["none"];
            options.Settings["Site:CatalogSeconds"] = "3600";
        });
        var provisioner = host.Services.GetRequiredService<Provisioner>();
        await provisioner.MigrateNationalAsync(CancellationToken.None);
        foreach (var entry in CommuneDirectory.All.Take(6))
        {
            await provisioner.EnterAsync(entry, CancellationToken.None);
        }

        host.Queries.Clear();
        await host.ProvisionAsync();

        // Once to know whom to provision; each commune then asks for its own row.
        Assert.Single(host.Queries.Commands, IsOfWholeCatalog);
        Assert.Equal(6, await host.InNationAsync(db => db.Set<TenantInfo>().CountAsync(tenant => tenant.State == CommuneState.Active)));
    }

    private static bool IsOfWholeCatalog(string command) =>
        command.Contains("FROM \"communes\"", StringComparison.Ordinal) && !command.Contains("WHERE", StringComparison.Ordinal);

    private static Task<PlatformHost> StartAsync(DatabaseEngine engine) => PlatformHost.StartAsync(options =>
    {
        options.Engine = engine;
        options.Communes = Documented;
    });

    private static async Task<Dictionary<string, int>> CountsAsync(PlatformHost host)
    {
        var counts = new Dictionary<string, int>();
        foreach (var slug in Documented)
        {
            await host.InCommuneAsync(slug, async services =>
            {
                await AddCountsAsync(services.GetRequiredService<CommuneContext>(), slug, counts);
            });
        }

        await host.InNationAsync(async db =>
        {
            await AddCountsAsync(db, "national", counts);
            return true;
        });
        return counts;
    }

    private static async Task AddCountsAsync(DbContext db, string database, Dictionary<string, int> counts)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            var rows = entity.HasSharedClrType ? db.Set<Dictionary<string, object>>(entity.Name) : (IQueryable<object>)typeof(DbContext).GetMethods()
                .Single(method => method is { Name: nameof(DbContext.Set), IsGenericMethod: true } && method.GetParameters().Length == 0)
                .MakeGenericMethod(entity.ClrType)
                .Invoke(db, BindingFlags.Default, null, null, null)!;
            counts[$"{database}.{entity.DisplayName()}"] = await rows.CountAsync();
        }
    }
}
