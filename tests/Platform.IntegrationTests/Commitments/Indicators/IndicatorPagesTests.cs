using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Data.Seeding;

namespace Platform.IntegrationTests.Commitments.Indicators;

public sealed class IndicatorPagesTests(SharedHost shared)
{
    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task The_list_shows_every_indicator_by_what_it_follows(string language)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync($"/{language}/indicators");

        Assert.Equal(81, page.QuerySelectorAll("tbody tr, .list-columns > li").Length);
        Assert.Equal(4, page.QuerySelectorAll("main section h2").Length);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    [Theory]
    [InlineData("kind=scale", 10)]
    [InlineData("kind=percentage&value=with", 0)]
    [InlineData("q=رضا المشاركين", 1)]
    [InlineData("q=رضى المشاركين", 0)]
    [InlineData("q=SATISFACTION+DES+PARTICIPANTS", 1)]
    [InlineData("q=", 81)]
    [InlineData("kind=&link=&value=&q=", 81)]
    public async Task The_list_is_filtered_and_searched(string query, int expected)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/fr/indicators?" + query);

        Assert.Equal(expected, page.QuerySelectorAll("tbody tr, .list-columns > li").Length);
    }

    [Theory]
    [InlineData("/fr/indicators?kind=colour", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators?kind=1", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators?link=mayor", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators?value=some", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/fr/indicators/CHARTER-SIGNATORIES", HttpStatusCode.NotFound)]
    [InlineData("/fr/indicators/charter-signatories?period=octobre", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators/charter-signatories?period=2026-13", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators/charter-signatories/rows.csv?period=2026-13", HttpStatusCode.BadRequest)]
    [InlineData("/fr/indicators/charter-signatories/rows.csv?period=2020-01", HttpStatusCode.NotFound)]
    [InlineData("/fr/indicators/no-such-thing/rows.xlsx", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indicators/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indicators/charter-signatories/rows?period=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators/charter-signatories/rows?period=2020-01", HttpStatusCode.NotFound)]
    public async Task Bad_input_is_answered_as_such(string path, HttpStatusCode expected)
    {
        using var client = shared.Host.Commune("demnate");

        Assert.Equal(expected, await client.StatusAsync(path));
    }

    [Fact]
    public async Task A_period_without_a_snapshot_is_said_clearly()
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/fr/indicators/charter-signatories?period=2020-01");

        Assert.Contains("janvier 2020", page.QuerySelector("main .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "30% على الأقل")]
    [InlineData("fr", "30% على الأقل")]
    public async Task The_page_tells_definition_target_statement_and_source(string language, string statement)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync($"/{language}/indicators/charter-signed-share");

        var quote = page.QuerySelector("main .quote")!;
        Assert.Contains(statement, quote.TextContent, StringComparison.Ordinal);
        Assert.Equal(language == "fr", quote.QuerySelector("[lang=ar]") is not null);
        Assert.NotEmpty(page.QuerySelectorAll("main .source-line"));
    }

    [Fact]
    public async Task A_scale_shows_what_each_step_states()
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/fr/indicators/participant-satisfaction");

        Assert.Equal(5, page.QuerySelectorAll("section[aria-labelledby=scale] tbody tr").Length);
    }

    [Fact]
    public async Task Why_this_number_lists_the_rows_with_links_and_downloads()
    {
        await using var host = await IndicatorHost.StartAsync();
        host.Figures.Set("test.share", "2026-10", 3, 8);
        await host.TakeAsync("2026-10");
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var page = await client.PageAsync("/fr/indicators/own-share?period=2026-10");

        var why = page.QuerySelector("section[aria-labelledby=why]")!;
        Assert.Contains("Premier élément", why.QuerySelector("tbody a[href='/fr/charter']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("37,5", why.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 sur 8", why.TextContent, StringComparison.Ordinal);
        Assert.Null(why.QuerySelector(".notice-warning"));
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=trend] svg"));

        var csv = await client.GetStringAsync(
            new Uri(why.QuerySelector("a[href*='rows.csv']")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("2026-10,row:1,Premier élément,2026-10-31,achevée,3,8,", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(why.QuerySelector("a[href*='rows.xlsx']")!.GetAttribute("href")!));
    }

    [Fact]
    public async Task Late_data_shows_as_changed_and_leaves_the_snapshot_alone()
    {
        await using var host = await IndicatorHost.StartAsync();
        host.Figures.Set("test.flow", "2026-10", 4);
        await host.TakeAsync("2026-10");
        host.Figures.Set("test.flow", "2026-10", 6);
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var page = await client.PageAsync("/fr/indicators/own-flow?period=2026-10");

        var notice = page.QuerySelector("section[aria-labelledby=why] .notice-warning")!;
        Assert.Contains("ont changé", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("6", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await host.SnapshotAsync("own-flow", "2026-10"))!.Value);
        Assert.True((await client.JsonAsync("/api/v1/indicators/own-flow/rows?period=2026-10")).GetProperty("changed").GetBoolean());
    }

    [Fact]
    public async Task A_correction_shows_its_reason_and_its_author()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.TakeAsync("2026-10");
        host.Figures.Set("test.flow", "2026-10", 6);
        await host.CorrectAsync("own-flow", "2026-10");
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var page = await client.PageAsync("/ar/indicators/own-flow");

        var snapshots = page.QuerySelector("section[aria-labelledby=snapshots]")!;
        Assert.Equal(2, snapshots.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("A row was entered twice", snapshots.TextContent, StringComparison.Ordinal);
        Assert.Contains("Point focal", snapshots.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_colour_stands_beside_its_rule_and_no_target_has_no_colour()
    {
        await using var host = await IndicatorHost.StartAsync();
        host.Figures.Set("test.flow", "2026-10", 9);
        await host.TakeAsync("2026-10");
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var page = await client.PageAsync("/fr/indicators/own-flow");
        Assert.Contains("En bonne voie", page.QuerySelector("main .badge-success")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("85", page.QuerySelector("main details")!.TextContent, StringComparison.Ordinal);

        var without = await client.PageAsync("/fr/indicators/own-stock");
        Assert.Empty(without.QuerySelectorAll("main .badge-success, main .badge-warning, main .badge-danger"));
    }

    [Fact]
    public async Task A_quarter_is_explained_by_its_months()
    {
        await using var host = await IndicatorHost.StartAsync();
        foreach (var month in new[] { "2026-07", "2026-08", "2026-09" })
        {
            host.Figures.Set("test.flow", month, 2);
            await host.TakeAsync(month);
        }

        using var client = host.Host.Commune(IndicatorHost.Slug);
        var page = await client.PageAsync("/fr/indicators/own-flow?period=2026-Q3");

        Assert.Equal(
            ["?period=2026-07#why", "?period=2026-08#why", "?period=2026-09#why"],
            page.QuerySelectorAll("section[aria-labelledby=why] tbody a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task The_api_gives_indicators_and_their_snapshots()
    {
        await using var host = await IndicatorHost.StartAsync();
        host.Figures.Set("test.share", "2026-10", 3, 8);
        await host.TakeAsync("2026-10");
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var list = await client.JsonAsync("/api/v1/indicators");
        Assert.Equal(86, list.GetArrayLength());
        var share = list.EnumerateArray().Single(one => one.GetProperty("code").GetString() == "own-share");
        Assert.Equal("Mon indicateur", share.GetProperty("name").GetProperty("fr").GetString());
        Assert.Equal("2026-10", share.GetProperty("latest").GetProperty("period").GetString());

        var sheet = await client.JsonAsync("/api/v1/indicators/own-share");
        var snapshot = Assert.Single(sheet.GetProperty("snapshots").EnumerateArray());
        Assert.Equal(
            ("2026-10", 1, 37.5m, 3m, 8m, "measured", false),
            (snapshot.GetProperty("period").GetString(), snapshot.GetProperty("version").GetInt32(), snapshot.GetProperty("value").GetDecimal(),
                snapshot.GetProperty("numerator").GetDecimal(), snapshot.GetProperty("denominator").GetDecimal(), snapshot.GetProperty("origin").GetString(),
                snapshot.GetProperty("demonstration").GetBoolean()));
        Assert.Single((await client.JsonAsync("/api/v1/indicators/own-share/rows?period=2026-10")).GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task Demonstration_data_is_marked_wherever_it_is_shown()
    {
        await using var host = await IndicatorHost.StartAsync();
        await host.InAsync(async services =>
        {
            var demonstrator = services.GetServices<IDemonstrator>().Single(one => one.GetType().Name == "IndicatorDemonstrator");
            await demonstrator.DemonstrateAsync(1, new DateOnly(2025, 11, 1), new DateOnly(2026, 10, 31), TestContext.Current.CancellationToken);
            return await services.GetRequiredService<CommuneContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await host.TakeAsync("2026-10");
        using var client = host.Host.Commune(IndicatorHost.Slug);

        var entered = (await host.SnapshotsAsync()).Where(snapshot => snapshot.Demonstration).ToList();
        Assert.True(entered.Count > 100);
        var list = await client.PageAsync("/fr/indicators?value=with");
        Assert.NotEmpty(list.QuerySelectorAll("tbody .badge-warning"));

        var shown = (await client.JsonAsync("/api/v1/indicators")).EnumerateArray().First(one =>
            one.GetProperty("latest").ValueKind == System.Text.Json.JsonValueKind.Object && one.GetProperty("latest").GetProperty("demonstration").GetBoolean());
        var csv = await client.GetStringAsync(
            new Uri($"/fr/indicators/{shown.GetProperty("code").GetString()}/rows.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.EndsWith(",oui", csv.TrimEnd(), StringComparison.Ordinal);
    }
}
