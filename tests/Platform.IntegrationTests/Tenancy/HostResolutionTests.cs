using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
