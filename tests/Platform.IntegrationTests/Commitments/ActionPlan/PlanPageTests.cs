using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Platform.IntegrationTests.Commitments.ActionPlan;

public sealed class PlanPageTests(SharedHost shared)
{
    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("fr", "ltr")]
    public async Task The_plan_is_shown_by_axis_with_all_its_activities(string language, string direction)
    {
        var page = await Page("beni-mellal", $"/{language}/action-plan");

        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(7, page.QuerySelectorAll("section[id^=axis-]").Length);
        Assert.Equal(38, Activities(page).Length);
    }

    [Fact]
    public async Task Arabic_texts_without_French_are_marked_on_a_French_page()
    {
        var page = await Page("beni-mellal", "/fr/action-plan");

        var title = page.QuerySelector("a[href$='/action-plan/activities/1.1'] [lang]")!;

        Assert.Equal("ar", title.GetAttribute("lang"));
        Assert.Equal("rtl", title.GetAttribute("dir"));
    }

    [Fact]
    public async Task Search_ignores_how_a_word_is_spelled()
    {
        var spelled = Activities(await Page("beni-mellal", "/ar/action-plan?q=الميزانية"));
        var misspelled = Activities(await Page("beni-mellal", "/ar/action-plan?q=الميزانيه"));

        Assert.NotEmpty(spelled);
        Assert.All(spelled, row => Assert.Contains("الميزانية", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(spelled.Select(row => row.TextContent), misspelled.Select(row => row.TextContent));
    }

    [Theory]
    [InlineData("axis=2", 6)]
    [InlineData("axis=2&priority=&status=planned&q=", 6)]
    [InlineData("status=completed", 0)]
    [InlineData("q=2.1", 1)]
    public async Task Filters_choose_activities_and_say_how_many(string query, int found)
    {
        var page = await Page("beni-mellal", "/fr/action-plan?" + query);

        Assert.Equal(found, Activities(page).Length);
        Assert.StartsWith(found.ToString(System.Globalization.CultureInfo.InvariantCulture), page.QuerySelector("[role=status]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(found == 0, page.QuerySelector(".empty") is not null);
    }

    [Fact]
    public async Task The_form_keeps_what_was_chosen()
    {
        var page = await Page("beni-mellal", "/ar/action-plan?q=x&axis=3&priority=none");

        Assert.Equal("x", ((IHtmlInputElement)page.QuerySelector("#q")!).Value);
        Assert.Equal("3", ((IHtmlSelectElement)page.QuerySelector("#axis")!).Value);
        Assert.Equal("none", ((IHtmlSelectElement)page.QuerySelector("#priority")!).Value);
    }

    [Fact]
    public async Task What_a_reader_typed_comes_back_as_text_only()
    {
        var page = await Page("beni-mellal", "/fr/action-plan?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ar/action-plan?axis=two", HttpStatusCode.BadRequest)]
    [InlineData("/ar/action-plan?axis=1&axis=2", HttpStatusCode.BadRequest)]
    [InlineData("/ar/action-plan?priority=9", HttpStatusCode.BadRequest)]
    [InlineData("/ar/action-plan?origin=moon", HttpStatusCode.BadRequest)]
    [InlineData("/ar/action-plan?status=maybe", HttpStatusCode.BadRequest)]
    [InlineData("/ar/action-plan?axis=42", HttpStatusCode.NotFound)]
    [InlineData("/ar/action-plan/activities/1.99", HttpStatusCode.NotFound)]
    [InlineData("/fr/action-plan/activities/9.1", HttpStatusCode.NotFound)]
    [InlineData("/fr/action-plan/activities/one", HttpStatusCode.BadRequest)]
    [InlineData("/fr/action-plan/activities/1.", HttpStatusCode.BadRequest)]
    [InlineData("/fr/action-plan/activities/1.1.1", HttpStatusCode.BadRequest)]
    [InlineData("/fr/action-plan/activities/99999999999.1", HttpStatusCode.BadRequest)]
    public async Task Bad_input_gets_a_clear_page(string path, HttpStatusCode status)
    {
        using var client = shared.Host.Commune("beni-mellal");

        var page = await client.PageAsync(path, status);

        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public async Task What_the_original_lost_is_shown_as_missing()
    {
        var plan = await Page("bni-mathar", "/ar/action-plan");
        var activity = await Page("bni-mathar", "/fr/action-plan/activities/3.3");

        Assert.Contains("مبتور", plan.QuerySelector("#axis-3 .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("premier mot", activity.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_links_to_its_indicators_and_back_to_its_axis()
    {
        var page = await Page("beni-mellal", "/fr/action-plan/activities/1.2");

        Assert.NotNull(page.QuerySelector("a[href='/fr/indicators/satisfaction-measured-projects']"));
        Assert.NotNull(page.QuerySelector("a[href='/fr/action-plan#axis-1']"));
    }

    [Fact]
    public async Task A_commune_without_a_plan_says_so()
    {
        var page = await Page("larache", "/fr/action-plan");

        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Empty(Activities(page));
    }

    [Fact]
    public async Task The_plan_can_be_taken_away_as_files()
    {
        using var client = shared.Host.Commune("beni-mellal");

        var csv = await client.GetStringAsync(new Uri("/ar/action-plan/export.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        using var xlsx = await client.GetAsync(new Uri("/fr/action-plan/export.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);

        // The heading, the plan itself, two meetings and the vote, its axes, their activities.
        Assert.Equal(1 + 1 + 3 + 7 + 38, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.OK, xlsx.StatusCode);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Content.Headers.ContentType?.MediaType);
    }

    private async Task<IHtmlDocument> Page(string slug, string path)
    {
        using var client = shared.Host.Commune(slug);
        return await client.PageAsync(path);
    }

    private static IHtmlCollection<IElement> Activities(IHtmlDocument page) => page.QuerySelectorAll("section[id^=axis-] tbody tr");
}
