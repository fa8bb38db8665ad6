using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Tenancy.Connections;

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
            var rows = (IQueryable<object>)typeof(DbContext).GetMethods()
                .Single(method => method is { Name: nameof(DbContext.Set), IsGenericMethod: true } && method.GetParameters().Length == 0)
                .MakeGenericMethod(entity.ClrType)
                .Invoke(db, BindingFlags.Default, null, null, null)!;
            counts[$"{database}.{entity.DisplayName()}"] = await rows.CountAsync();
        }
    }
}
