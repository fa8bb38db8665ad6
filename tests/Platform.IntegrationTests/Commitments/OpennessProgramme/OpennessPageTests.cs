using System.Net;

namespace Platform.IntegrationTests.Commitments.OpennessProgramme;

public sealed class OpennessPageTests(SharedHost shared)
{
    [Theory]
    [InlineData("ar", "برنامج انفتاح جماعة العرائش", "أكتوبر 2023")]
    [InlineData("fr", "Programme d’ouverture de la commune de Larache", "octobre 2023")]
    public async Task The_programme_is_shown_in_both_languages(string language, string title, string month)
    {
        using var client = shared.Host.Commune("larache");

        var page = await client.PageAsync($"/{language}/openness");

        Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(5, page.QuerySelectorAll("#projects li.card").Length);
        Assert.Equal(7, page.QuerySelectorAll(".timeline > li").Length);
        Assert.Equal(6, page.QuerySelectorAll(".timeline > .done").Length);
        Assert.Equal(month, page.QuerySelectorAll(".timeline time")[^1].TextContent);
        Assert.Equal(4, page.QuerySelectorAll("#priority-axes li").Length);
        Assert.Equal(12, page.QuerySelectorAll("#committee bdi[lang=ar]").Length);
        Assert.Equal(["18", "40", "70"], page.QuerySelectorAll(".stat-figure").Select(figure => figure.TextContent));
        Assert.Equal(5, page.QuerySelectorAll("#method li").Length);
        Assert.Single(page.QuerySelectorAll("#networks li"));
    }

    [Fact]
    public async Task A_card_says_honestly_what_the_document_leaves_out()
    {
        using var client = shared.Host.Commune("larache");

        var page = await client.PageAsync("/fr/openness/projects/70");

        Assert.Contains("Entretien et préservation des espaces verts", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Préservation et gardiennage des jardins", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".not-given"));
        Assert.Equal(5, page.QuerySelectorAll(".not-given li").Length);
        Assert.Equal("/fr/openness/projects/85", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("larache", "/ar/openness/projects/71", HttpStatusCode.NotFound)]
    [InlineData("larache", "/ar/openness/projects/x", HttpStatusCode.NotFound)]
    [InlineData("larache", "/ar/openness/projects/-68", HttpStatusCode.NotFound)]
    [InlineData("larache", "/ar/openness/projects/99999999999", HttpStatusCode.NotFound)]
    [InlineData("demnate", "/ar/openness/projects/68", HttpStatusCode.NotFound)]
    public async Task A_project_that_is_not_there_is_not_found(string commune, string path, HttpStatusCode expected)
    {
        using var client = shared.Host.Commune(commune);

        Assert.NotNull((await client.PageAsync(path, expected)).QuerySelector("h1"));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task A_commune_without_a_programme_says_so(string language)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync($"/{language}/openness");

        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Empty(page.QuerySelectorAll(".timeline, #networks"));
    }
}
