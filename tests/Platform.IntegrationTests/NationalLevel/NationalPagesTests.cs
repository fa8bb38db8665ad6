using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Kernel.Reporting;

namespace Platform.IntegrationTests.NationalLevel;

/// <summary>Four communes in two regions, with figures that tell the rules apart.</summary>
public sealed class NationalPagesTests(NationalPagesTests.FourCommunes four) : IClassFixture<NationalPagesTests.FourCommunes>
{
    private const string Share = "indicator=" + Reports.Share;

    [Theory]
    [InlineData("/ar?q=%D8%AF%D9%85%D9%86%D8%A7%D8%AA", "demnate")]
    [InlineData("/ar?q=demnate", "demnate")]
    [InlineData("/fr?q=B%C3%A9ni+M%C3%A9llal", "beni-mellal")]
    [InlineData("/ar?q=%D8%A8%D9%86%D9%8A+%D9%85%D9%84%D8%A7%D9%84", "beni-mellal")]
    public async Task The_list_finds_a_commune_by_its_name_in_either_language(string path, string slug)
    {
        using var client = four.Host.National();

        var card = Assert.Single((await client.PageAsync(path)).QuerySelectorAll("#list > li"));

        Assert.Contains($"http://{slug}.localhost/", ((IHtmlAnchorElement)card.QuerySelector("h3 a")!).Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_by_region_and_the_map_says_how_many_each_has()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync("/fr?region=06");

        Assert.Equal("Settat", Assert.Single(page.QuerySelectorAll("#list h3")).TextContent.Trim());
        Assert.Contains(page.QuerySelectorAll(".map svg a"), link => link.GetAttribute("aria-label") == "Béni Mellal-Khénifra: 2 communes");
    }

    [Fact]
    public async Task The_list_names_the_province_and_what_is_to_be_confirmed()
    {
        using var client = four.Host.National();

        var card = (await client.PageAsync("/fr?q=settat")).QuerySelector("#list > li")!;

        Assert.Contains("Settat, région Casablanca-Settat", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("À confirmer", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_adds_up_what_was_reported_and_says_of_when()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync("/fr");

        Assert.Contains("octobre 2026", page.QuerySelector(".section-head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["4", "1", "1"], page.QuerySelectorAll(".stat-figure").Take(3).Select(figure => figure.TextContent));
    }

    [Theory]
    [InlineData("/ar/dashboard")]
    [InlineData("/fr/dashboard")]
    [InlineData("/ar/dashboard/axes")]
    [InlineData("/fr/dashboard/axes")]
    [InlineData("/ar/dashboard/regions")]
    [InlineData("/fr/dashboard/regions")]
    [InlineData("/ar/dashboard/communes/demnate")]
    [InlineData("/fr/dashboard/communes/demnate")]
    [InlineData("/ar/dashboard/communes/settat")]
    public async Task Every_page_answers_in_its_language_without_a_missing_text(string path)
    {
        using var client = four.Host.National();

        var page = await client.PageAsync(path);

        Assert.Equal(path[1..3], page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotMatch("[A-Z][a-z]+[A-Z][a-z]+[A-Z]?[a-z]*_", page.Body!.TextContent);
    }

    [Theory]
    [InlineData("/ar/dashboard?region=05", 2)]
    [InlineData("/ar/dashboard?province=05.081", 1)]
    [InlineData("/ar/dashboard?programme=pacto", 1)]
    [InlineData("/ar/dashboard?q=larache", 1)]
    [InlineData("/ar/dashboard?region=05&q=larache", 0)]
    [InlineData("/ar/dashboard?period=2026-Q4", 4)]
    public async Task Filters_narrow_the_table(string path, int communes)
    {
        using var client = four.Host.National();

        var page = await client.PageAsync(path);

        Assert.Equal(communes, page.QuerySelectorAll("#communes tbody tr").Length);
        Assert.NotNull(page.QuerySelector("details.filters-fold[open] > form"));
    }

    [Fact]
    public async Task Filters_stay_folded_until_one_is_set()
    {
        using var client = four.Host.National();

        Assert.NotNull((await client.PageAsync("/ar/dashboard")).QuerySelector("details.filters-fold:not([open]) > form"));
    }

    [Fact]
    public async Task A_figure_links_to_its_indicator_on_the_site_of_the_commune_with_its_period()
    {
        using var client = four.Host.National();

        var link = (await client.PageAsync($"/fr/dashboard?q=demnate&{Share}")).QuerySelector("#communes td a")!;

        Assert.Equal($"http://demnate.localhost/fr/indicators/{Reports.Share}?period=2026-10", link.GetAttribute("href"));
    }

    [Fact]
    public async Task A_ratio_over_few_cases_is_shown_marked_and_not_ranked()
    {
        using var client = four.Host.National();

        var rows = (await client.PageAsync($"/fr/dashboard?{Share}&sort={Reports.Share}")).QuerySelectorAll("#communes tbody tr");

        // Settat: 1 of 1. It would be first.
        Assert.Equal(["Béni Mellal", "Demnate", "Settat", "Larache"], rows.Select(row => row.QuerySelector("th bdi")!.TextContent));
        Assert.Equal(["1", "2", "–", "–"], rows.Select(row => row.QuerySelector("td")!.TextContent.Trim()));
        Assert.Contains("peu de cas", rows[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_sort_in_the_language_of_the_page_and_in_both_directions()
    {
        using var client = four.Host.National();

        Assert.Equal(["Béni Mellal", "Demnate", "Larache", "Settat"], await NamesAsync(client, "/fr/dashboard"));
        Assert.Equal(["Settat", "Larache", "Demnate", "Béni Mellal"], await NamesAsync(client, "/fr/dashboard?sort=name&dir=desc"));
        Assert.Equal(4, (await NamesAsync(client, "/ar/dashboard?sort=population&dir=asc")).Count);
    }

    [Theory]
    [InlineData("region")]
    [InlineData("province")]
    [InlineData("population")]
    [InlineData("charter")]
    [InlineData("plan")]
    [InlineData("openness")]
    [InlineData("progress")]
    public async Task Every_column_sorts_in_both_directions(string column)
    {
        using var client = four.Host.National();

        Assert.Equal(4, (await NamesAsync(client, $"/fr/dashboard?sort={column}&dir=asc")).Count);
        Assert.Equal(4, (await NamesAsync(client, $"/fr/dashboard?sort={column}&dir=desc")).Count);
    }

    [Fact]
    public async Task A_correction_shows_its_version_and_the_corrected_value()
    {
        using var client = four.Host.National();

        var row = (await client.PageAsync($"/fr/dashboard?q=larache&indicator={Reports.Count}")).QuerySelector("#communes tbody tr")!;

        Assert.Contains("corrigé (2)", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("8", row.QuerySelector("td a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_target_no_colour()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync($"/fr/dashboard?{Share}&indicator={Reports.Count}");
        var badges = page.QuerySelectorAll("#communes td.num .badge").Select(badge => badge.TextContent);

        Assert.Equal(["À risque"], badges);
    }

    [Fact]
    public async Task A_region_is_recomputed_and_its_rule_is_written_in_words()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync($"/fr/dashboard/regions?{Share}");
        var row = page.QuerySelectorAll("#regions tbody tr").Single(row => row.TextContent.Contains("Béni Mellal-Khénifra", StringComparison.Ordinal));

        // 19 of 38 and 2 of 9, 50 % and 22,2 %: 21 of 47 is 44,7 %; the mean of the two would be 36,1 %.
        Assert.Contains("44,7", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("jamais une moyenne de pourcentages", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axes_are_laid_side_by_side_by_the_frame_and_sort()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync("/fr/dashboard/axes?sort=axis-1");
        var first = page.QuerySelector("#axes tbody tr")!;

        Assert.Equal("Béni Mellal", first.QuerySelector("th bdi")!.TextContent);
        // Two axes of the commune stem from the first of the frame: 100 % of 1 activity and 40 % of 3 make 55 % of 4.
        Assert.Contains("55", first.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_of_a_commune_holds_stages_axes_and_trends()
    {
        using var client = four.Host.National();

        var page = await client.PageAsync($"/fr/dashboard/communes/demnate?indicator={Reports.Count}");

        Assert.Contains("En vigueur", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("figure.chart"));
        Assert.Contains(page.QuerySelectorAll("#indicators tbody th"), cell => cell.TextContent.Contains("associations signataires", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ar?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/ar?page=abc", HttpStatusCode.BadRequest)]
    [InlineData("/ar?region=99", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?page=abc", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?period=2026-13", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?region=99", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?sort=unheard-of", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard?indicator=unheard-of", HttpStatusCode.NotFound)]
    [InlineData("/ar/dashboard?page=2", HttpStatusCode.NotFound)]
    [InlineData("/ar/dashboard/communes/unheard-of", HttpStatusCode.NotFound)]
    [InlineData("/ar/dashboard/export.csv?period=x", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard/regions?region=13", HttpStatusCode.BadRequest)]
    [InlineData("/ar/dashboard/axes?sort=axis-99", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?period=2026-13", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?pageSize=501", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?indicator=unheard-of", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/communes/unheard-of", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/communes?region=99", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/regions/indicators?period=never", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_understood_is_said_so(string path, HttpStatusCode status)
    {
        using var client = four.Host.National();

        Assert.Equal(status, await client.StatusAsync(path));
    }

    [Fact]
    public async Task A_workbook_holds_the_communes_of_the_filter_and_no_other()
    {
        using var client = four.Host.National();

        using var stream = new MemoryStream(await client.GetByteArrayAsync(
            new Uri($"/fr/dashboard/export.xlsx?region=05&{Share}", UriKind.Relative), TestContext.Current.CancellationToken));
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        var rows = book.WorkbookPart!.WorksheetParts.First(part => part.Worksheet.Descendants<Row>().First().InnerText.Contains("Code", StringComparison.Ordinal))
            .Worksheet.Descendants<Row>().ToList();

        Assert.Equal(3, rows.Count);
        Assert.Contains("Béni Mellal", rows[1].InnerText, StringComparison.Ordinal);
        Assert.Contains("Demnate", rows[2].InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_file_holds_value_cases_version_and_whether_it_ranks()
    {
        using var client = four.Host.National();

        var lines = (await client.GetStringAsync(new Uri($"/fr/dashboard/export.csv?q=settat&{Share}", UriKind.Relative), TestContext.Current.CancellationToken)).Split("\r\n");

        Assert.Contains("Part des activités du plan d’action achevées", lines[0], StringComparison.Ordinal);
        Assert.Contains(",100,1,1,1,2026-11-01T03:00:00Z,,Non,", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Données de démonstration", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_lists_communes_and_figures()
    {
        using var client = four.Host.National();

        var communes = await client.JsonAsync("/api/v1/communes");
        var settat = await client.JsonAsync("/api/v1/communes/settat");
        var figures = await client.JsonAsync($"/api/v1/indicators?period=2026-10&{Share}&region=05");

        Assert.Equal(4, communes.GetProperty("communes").GetArrayLength());
        Assert.Equal(("06.461.01.15", false), (settat.GetProperty("code").GetString(), settat.GetProperty("confirmed").GetBoolean()));
        Assert.Equal("Settat", settat.GetProperty("name").GetProperty("fr").GetString());
        Assert.Equal([50m, 22.2222m], figures.GetProperty("snapshots").EnumerateArray().Select(row => row.GetProperty("value").GetDecimal()));
    }

    [Fact]
    public async Task The_api_rolls_regions_up_by_the_rule()
    {
        using var client = four.Host.National();

        var regions = await client.JsonAsync($"/api/v1/regions/indicators?period=2026-10&{Share}&region=05");
        var region = Assert.Single(regions.GetProperty("regions").EnumerateArray());

        Assert.Equal((44.6809m, 21m, 47m), (region.GetProperty("value").GetDecimal(), region.GetProperty("numerator").GetDecimal(), region.GetProperty("denominator").GetDecimal()));
    }

    [Fact]
    public async Task National_pages_are_not_found_on_a_commune_and_a_communes_pages_are_not_found_here()
    {
        using var national = four.Host.National();
        using var commune = four.Host.Commune("demnate");

        Assert.Equal(HttpStatusCode.NotFound, await commune.StatusAsync("/ar/dashboard"));
        Assert.Equal(HttpStatusCode.NotFound, await commune.StatusAsync("/api/v1/communes"));
        Assert.Equal(HttpStatusCode.NotFound, await commune.StatusAsync("/ar/dashboard/export.csv"));
        Assert.Equal(HttpStatusCode.NotFound, await national.StatusAsync("/ar/charter"));
        Assert.Equal(HttpStatusCode.NotFound, await national.StatusAsync("/api/v1/charter"));
    }

    private static async Task<List<string>> NamesAsync(HttpClient client, string path) =>
        [.. (await client.PageAsync(path)).QuerySelectorAll("#communes tbody th bdi:first-child").Select(name => name.TextContent)
            .Where((_, i) => i % 2 == 0)];

    public sealed class FourCommunes : IAsyncLifetime
    {
        private PlatformHost? host;

        public PlatformHost Host => host!;

        public async ValueTask InitializeAsync()
        {
            host = await PlatformHost.StartAsync(options => options.Communes = ["beni-mellal", "demnate", "larache", "settat"]);
            await host.ReportAsync(
                "beni-mellal",
                Reports.Snapshot(Reports.Share, 50, 19, 38, track: "at-risk"),
                Reports.Progress(plan: "in-force", progress: 50, axes: [new AxisProgress(1, 1, new("a"), 1, 1, 100), new AxisProgress(2, 1, new("b"), 3, 1, 40)]));
            await host.ReportAsync(
                "demnate",
                Reports.Snapshot(Reports.Share, 22.2222m, 2, 9),
                Reports.Snapshot(Reports.Count, 3, period: "2026-09"),
                Reports.Snapshot(Reports.Count, 5),
                Reports.Progress("in-force", progress: 22, axes: new AxisProgress(1, 1, new("a"), 9, 2, 22)));
            await host.ReportAsync("settat", Reports.Snapshot(Reports.Share, 100, 1, 1), Reports.Progress());
            await host.ReportAsync("larache", Reports.Snapshot(Reports.Count, 7), Reports.Snapshot(Reports.Count, 8, version: 2), Reports.Progress());
        }

        public async ValueTask DisposeAsync()
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }
        }
    }
}
