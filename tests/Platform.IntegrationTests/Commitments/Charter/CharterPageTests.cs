using System.Net;

namespace Platform.IntegrationTests.Commitments.Charter;

public sealed class CharterPageTests(SharedHost shared)
{
    [Theory]
    [InlineData("ar", "rtl", "ميثاق المشاركة المواطنية لجماعة دمنات")]
    [InlineData("fr", "ltr", "Charte de participation citoyenne de la commune de Demnate")]
    public async Task The_charter_is_shown_in_both_languages(string language, string direction, string title)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync($"/{language}/charter");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(17, page.QuerySelectorAll(".toc a").Length);
        Assert.All(page.QuerySelectorAll(".toc a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(4, page.QuerySelectorAll(".ladder > li").Length);
        Assert.Equal(9, page.QuerySelectorAll(".quote blockquote").Length);
        Assert.Equal(5, page.QuerySelectorAll(".seats > li").Length);
        Assert.Equal(5, page.QuerySelectorAll(".tasks > li").Length);
    }

    [Fact]
    public async Task Each_commitment_can_be_cited_by_its_own_address()
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/ar/charter");

        Assert.Equal(27, page.QuerySelectorAll(".commitments > li[id]").Length);
        Assert.Contains("دراسة الاقتراحات", page.GetElementById("c-6.1.6")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#c-6.1.6", page.GetElementById("c-6.1.6")!.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task French_pages_mark_what_is_shown_in_Arabic()
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/fr/charter");

        Assert.All(page.QuerySelectorAll(".commitments p, .rung p, .tasks li"), text =>
        {
            Assert.Equal("ar", text.GetAttribute("lang"));
            Assert.Equal("rtl", text.GetAttribute("dir"));
        });
        Assert.Null(page.QuerySelector(".seats li")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_page_says_where_its_parts_come_from()
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync("/fr/charter");

        var sources = page.QuerySelectorAll(".source-line").Select(line => line.TextContent).ToList();
        Assert.Equal(17, sources.Count);
        Assert.Contains(sources, line => line.Contains("Charte et plan d’action", StringComparison.Ordinal) && line.Contains("section 6.1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ar/charter")]
    [InlineData("/fr/charter")]
    [InlineData("/ar/charter/versions")]
    [InlineData("/fr/charter/signatories")]
    public async Task A_commune_without_a_charter_says_so(string path)
    {
        using var client = shared.Host.Commune("settat");

        var page = await client.PageAsync(path);

        Assert.NotNull(page.QuerySelector(".empty"));
        Assert.Empty(page.QuerySelectorAll(".commitments, .table"));
    }

    [Fact]
    public async Task Without_signatures_the_list_says_so()
    {
        using var client = shared.Host.Commune("demnate");

        Assert.NotNull((await client.PageAsync("/fr/charter/signatories")).QuerySelector(".empty"));
    }

    [Theory]
    [InlineData("/ar/charter/versions/1", HttpStatusCode.OK)]
    [InlineData("/ar/charter/versions/2", HttpStatusCode.NotFound)]
    [InlineData("/ar/charter/versions/x", HttpStatusCode.NotFound)]
    [InlineData("/ar/charter/versions/99999999999", HttpStatusCode.NotFound)]
    [InlineData("/ar/charter/versions?from=1&to=1", HttpStatusCode.OK)]
    [InlineData("/ar/charter/versions?from=1&to=2", HttpStatusCode.NotFound)]
    [InlineData("/ar/charter/versions?from=1", HttpStatusCode.BadRequest)]
    [InlineData("/ar/charter/versions?from=one&to=2", HttpStatusCode.BadRequest)]
    [InlineData("/ar/charter/versions?from=-1&to=1", HttpStatusCode.BadRequest)]
    [InlineData("/ar/charter/versions?from=1&to=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("/fr/charter/signatories?kind=king", HttpStatusCode.BadRequest)]
    [InlineData("/fr/charter/signatories?kind=0", HttpStatusCode.BadRequest)]
    [InlineData("/fr/charter/signatories?p=0", HttpStatusCode.BadRequest)]
    [InlineData("/fr/charter/signatories?p=x", HttpStatusCode.BadRequest)]
    [InlineData("/fr/charter/signatories?p=2", HttpStatusCode.NotFound)]
    [InlineData("/fr/charter/signatories?kind=partner", HttpStatusCode.OK)]
    public async Task What_is_unknown_is_not_found_and_what_is_malformed_is_refused(string path, HttpStatusCode expected)
    {
        using var client = shared.Host.Commune("demnate");

        var page = await client.PageAsync(path, expected);

        Assert.NotNull(page.QuerySelector("h1"));
    }
}
