using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Composition.ReadyAnswers;
using Platform.Data;
using Platform.Data.Seeding;
using Platform.Tenancy.Catalog;
using Platform.Ui.Sites;

namespace Platform.IntegrationTests.Isolation;

/// <summary>Pages that leave before the pipeline has looked at the request: only what everybody may see, of the site that was asked, as it is now.</summary>
public sealed class ReadyAnswerTests
{
    private const string Page = "/fr/action-plan";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Page)]
    [InlineData("/fr")]
    public async Task The_second_visitor_gets_the_same_answer_without_anything_being_made(string page)
    {
        await using var host = await StartAsync();
        using var first = await AskAsync(host, "demnate", page);
        Assert.True(IsReady(host, "demnate", page));
        host.Queries.Clear();

        using var second = await AskAsync(host, "demnate", page);

        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await second.Content.ReadAsStringAsync(Stop));
        Assert.Equal("0", second.Headers.GetValues("Age").Single());
        Assert.Equal(Headers(first), Headers(second));
        Assert.Empty(host.Queries.Commands.Where(command => !command.Contains("\"communes\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_change_empties_its_commune_at_once_and_no_other()
    {
        await using var host = await StartAsync();
        foreach (var slug in new[] { "demnate", "larache" })
        {
            (await AskAsync(host, slug, Page)).Dispose();
        }

        await host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Update(await db.Set<SeedLedger>().OrderBy(ledger => ledger.Feature).FirstAsync(Stop));
            await db.SaveChangesAsync(Stop);
        });

        Assert.False(IsReady(host, "demnate", Page));
        Assert.True(IsReady(host, "larache", Page));
    }

    [Fact]
    public void What_was_begun_before_a_change_is_not_served_after_it()
    {
        using var ready = new ReadyAnswerStore(TimeProvider.System);
        var key = new ReadyKey("http", "demnate.localhost", Page, "", "");
        var begun = ready.GenerationOf("commune:demnate");
        ready.Evict("commune:demnate");
        ready.Keep(key, Answer("commune:demnate", begun));

        Assert.Null(ready.Find(key));
        ready.Keep(key, Answer("commune:demnate", ready.GenerationOf("commune:demnate")));
        Assert.NotNull(ready.Find(key));
    }

    [Fact]
    public async Task A_page_that_a_change_overtook_while_it_was_made_is_kept_nowhere()
    {
        await using var host = await StartAsync();
        host.Meddler.BeforeReading("FROM \"plan_plans\"", () => host.InCommuneAsync("demnate", async services =>
        {
            var db = services.GetRequiredService<CommuneContext>();
            db.Update(await db.Set<SeedLedger>().OrderBy(ledger => ledger.Feature).FirstAsync(Stop));
            await db.SaveChangesAsync(Stop);
        }));
        (await AskAsync(host, "demnate", Page)).Dispose();
        Assert.True(host.Meddler.HasActed);
        host.Queries.Clear();

        (await AskAsync(host, "demnate", Page)).Dispose();

        Assert.Contains(host.Queries.Commands, command => command.Contains("plan_plans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_came_to_stand_for_another_commune_is_given_nothing_of_the_former()
    {
        await using var host = await StartAsync();
        await MoveAsync(host, "demnate", "larache");
        using var client = host.Client("ville.example.ma");
        var before = await client.GetStringAsync(new Uri(Page, UriKind.Relative), Stop);
        Assert.NotNull(host.Services.GetRequiredService<ReadyAnswerStore>().Find(new("http", "ville.example.ma", Page, "", "")));

        await MoveAsync(host, "larache", "demnate");

        var after = await client.GetStringAsync(new Uri(Page, UriKind.Relative), Stop);
        Assert.Contains("Demnate", before, StringComparison.Ordinal);
        Assert.Contains("Larache", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Demnate", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_that_is_suspended_is_closed_although_its_pages_were_ready()
    {
        await using var host = await StartAsync();
        (await AskAsync(host, "demnate", Page)).Dispose();
        await host.InNationAsync(async db =>
        {
            (await db.Set<TenantInfo>().SingleAsync(tenant => tenant.Slug == "demnate", Stop)).Suspend();
            return await db.SaveChangesAsync(Stop);
        });

        using var answer = await AskAsync(host, "demnate", Page);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Theory]
    [InlineData("Cookie", "Platform=anything")]
    [InlineData("Authorization", "Bearer anything")]
    public async Task Who_may_be_somebody_is_neither_served_from_it_nor_kept_in_it(string header, string value)
    {
        await using var host = await StartAsync();

        (await AskAsync(host, "demnate", Page, (header, value))).Dispose();

        Assert.False(IsReady(host, "demnate", Page));
    }

    [Fact]
    public async Task Conditions_heads_and_addresses_without_a_language_go_the_whole_way()
    {
        await using var host = await StartAsync();
        using var client = host.Commune("demnate");
        (await AskAsync(host, "demnate", Page)).Dispose();

        using var unchanged = await AskAsync(host, "demnate", Page, ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(Page, UriKind.Relative)), Stop);
        (await AskAsync(host, "demnate", "/feed.atom")).Dispose();
        using var capitals = await AskAsync(host, "demnate", "/fr/ACTION-PLAN");

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.False(head.Headers.Contains("Age"));
        Assert.False(IsReady(host, "demnate", "/feed.atom"));
        Assert.Equal(HttpStatusCode.OK, capitals.StatusCode);
        Assert.False(capitals.Headers.Contains("Age"));
    }

    [Fact]
    public async Task A_picture_that_asks_for_the_page_does_not_take_its_answer()
    {
        await using var host = await StartAsync();

        foreach (var time in new[] { "first", "second" })
        {
            using var card = await AskAsync(host, "demnate", "/share/fr/action-plan.png");
            Assert.True(card.Content.Headers.ContentType?.MediaType == "image/png", $"The {time} card is {card.Content.Headers.ContentType}.");
        }

        Assert.False(IsReady(host, "demnate", "/share/fr/action-plan.png"));
    }

    private static Task<int> MoveAsync(PlatformHost host, string to, string from) => host.InNationAsync(async db =>
    {
        foreach (var (slug, hosts) in new[] { (to, "ville.example.ma"), (from, "") })
        {
            var tenant = await db.Set<TenantInfo>().SingleAsync(tenant => tenant.Slug == slug, Stop);
            db.Entry(tenant).Property("Hosts").CurrentValue = hosts;
        }

        return await db.SaveChangesAsync(Stop);
    });

    private static ReadyAnswer Answer(string tag, int generation) =>
        new(tag, generation, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow() + PublicCache.Longest, null, [], [1]);

    private static Task<PlatformHost> StartAsync() => PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);

    private static bool IsReady(PlatformHost host, string slug, string path) =>
        host.Services.GetRequiredService<ReadyAnswerStore>().Find(new("http", $"{slug}.localhost", path, "", "")) is not null;

    private static async Task<HttpResponseMessage> AskAsync(PlatformHost host, string slug, string path, params (string Name, string Value)[] headers)
    {
        using var client = host.Commune(slug);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Stop);
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
    [
        .. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Age" or "Content-Length"))
            .Select(header => header.Key + ": " + string.Join(", ", header.Value)).Order(StringComparer.Ordinal),
    ];
}
