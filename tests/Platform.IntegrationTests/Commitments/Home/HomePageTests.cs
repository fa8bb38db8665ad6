namespace Platform.IntegrationTests.Commitments.Home;

public sealed class HomePageTests(SharedHost shared)
{
    [Theory]
    [InlineData("ar", "دمنات")]
    [InlineData("fr", "Demnate")]
    public async Task Home_says_who_the_commune_is_and_what_it_promised(string language, string name)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/" + language);

        Assert.Contains(name, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/{language}/charter']"));
        Assert.NotNull(page.QuerySelector($"a[href='/{language}/action-plan#axis-6']"));
    }

    [Fact]
    public async Task A_commune_that_is_to_be_confirmed_says_so()
    {
        using var client = shared.Host.Commune("zaio");

        var page = await client.PageAsync("/fr");

        Assert.NotNull(page.QuerySelector("main .notice-warning"));
    }

    [Fact]
    public async Task A_commune_without_a_plan_has_an_honest_home()
    {
        using var client = shared.Host.Commune("larache");

        var page = await client.PageAsync("/fr");

        Assert.Null(page.QuerySelector("main a[href='/fr/action-plan']"));
    }

    [Fact]
    public async Task A_bare_address_leads_to_the_preferred_language()
    {
        using var client = shared.Host.Commune("demnate");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("/fr/", response.Headers.Location?.ToString());
    }
}
