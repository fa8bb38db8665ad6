using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data.Seeding;
using Platform.Kernel.Communes;
using Platform.Tenancy.Catalog;
using Platform.Tenancy.FanOut;

namespace Platform.IntegrationTests.Tenancy;

public sealed class HostResolutionTests(SharedHost shared)
{
    [Theory]
    [InlineData("nowhere.localhost")]
    [InlineData("demnate.localhost.evil.example")]
    [InlineData("evil.example")]
    [InlineData("demnate")]
    [InlineData("larache.demnate.localhost")]
    public async Task An_unknown_host_is_not_found_and_never_a_default_commune(string host)
    {
        using var client = shared.Host.Client(host);

        foreach (var path in new[] { "/", "/ar", "/fr/charter", "/api/v1/charter", "/api/v1/communes" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync(path));
        }
    }

    [Fact]
    public async Task A_commune_is_found_whatever_the_case_of_its_host()
    {
        using var client = shared.Host.Client("DEMNATE.localhost");

        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/ar/charter"));
    }

    [Fact]
    public async Task An_exact_host_comes_before_the_slug_of_another()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        await host.InNationAsync(db => db.Set<TenantInfo>()
            .Where(tenant => tenant.Slug == "demnate")
            .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.Hosts, "participation.demnate.example larache.localhost")));
        host.Services.GetRequiredService<TenantStore>().Forget();

        foreach (var name in new[] { "participation.demnate.example", "larache.localhost" })
        {
            using var client = host.Client(name);
            var page = await client.PageAsync("/ar/charter");
            Assert.Contains("دمنات", page.Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_host_that_two_communes_claim_is_nobodys_and_every_other_host_goes_on()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        await host.InNationAsync(db => db.Set<TenantInfo>().ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.Hosts, "shared.example shared.example")));
        host.Services.GetRequiredService<TenantStore>().Forget();

        using var claimed = host.Client("shared.example");
        using var demnate = host.Commune("demnate");
        using var nation = host.National();

        Assert.Equal(HttpStatusCode.NotFound, await claimed.StatusAsync("/ar"));
        Assert.Equal(HttpStatusCode.OK, await demnate.StatusAsync("/ar/charter"));
        Assert.Equal(HttpStatusCode.OK, await nation.StatusAsync("/ar"));
    }

    [Theory]
    [InlineData("[localhost]", "the national site")]
    [InlineData("[demnate.localhost]", "demnate")]
    [InlineData("[\"https://larache.example\"]", "no name of a host")]
    public async Task A_host_that_leads_elsewhere_or_is_none_is_refused_with_the_file(string hosts, string said)
    {
        await using var host = await PlatformHost.StartAsync(options => (options.Communes, options.Provision) = (["demnate", "larache"], false));
        var file = Path.Combine(host.TenantsFolder, "larache", "commune.yaml");
        var lines = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Where(line => !line.StartsWith("hosts:", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(file, [.. lines, "hosts: " + hosts], TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SeedException>(() => host.ProvisionAsync());

        Assert.Contains(said, Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        Assert.Equal(["demnate"], (await host.Services.GetRequiredService<TenantStore>().AllAsync(TestContext.Current.CancellationToken)).Select(tenant => tenant.Commune.Slug));
    }

    [Theory]
    [InlineData(CommuneState.Provisioning, HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(CommuneState.Suspended, HttpStatusCode.ServiceUnavailable, false)]
    [InlineData(CommuneState.Archived, HttpStatusCode.Gone, false)]
    public async Task A_commune_that_is_not_open_answers_by_its_state(CommuneState state, HttpStatusCode expected, bool saysWhenToRetry)
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        await host.InNationAsync(db => db.Set<TenantInfo>().ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.State, state)));
        host.Services.GetRequiredService<TenantStore>().Forget();
        using var client = host.Commune("demnate");

        using var response = await client.GetAsync(new Uri("/fr/charter", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(saysWhenToRetry, response.Headers.RetryAfter is not null);
        Assert.Contains("lang=\"fr\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_without_a_commune_gives_no_database()
    {
        using var scope = shared.Host.Services.CreateScope();

        Assert.Throws<NoCommuneException>(() => scope.ServiceProvider.GetRequiredService<Platform.Data.CommuneContext>());
    }

    [Fact]
    public async Task A_scope_never_changes_its_commune()
    {
        var tenants = await shared.Host.Services.GetRequiredService<TenantStore>().AllAsync(TestContext.Current.CancellationToken);
        await using var scope = shared.Host.Services.GetRequiredService<CommuneScopes>().Create(tenants[0].Commune);

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CurrentCommune>().Set(tenants[1].Commune));
    }
}
