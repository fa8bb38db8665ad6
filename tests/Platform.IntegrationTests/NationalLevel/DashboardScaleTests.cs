namespace Platform.IntegrationTests.NationalLevel;

/// <summary>A national database with 300 communes: a page costs what it shows.</summary>
public sealed class DashboardScaleTests(DashboardScaleTests.ManyCommunes many) : IClassFixture<DashboardScaleTests.ManyCommunes>
{
    private const int Communes = 300;
    private const int PageSize = 50;

    // The commune, its figures and twelve months of one trend, and a handful of counts.
    private const int RowsOfAPage = PageSize * (1 + 2 + 12) + 20;

    [Theory]
    [InlineData("/ar/dashboard?indicator=charter-signatory-associations&indicator=plan-activities-completed-share")]
    [InlineData("/ar/dashboard?indicator=charter-signatory-associations&indicator=plan-activities-completed-share&sort=charter-signatory-associations&page=3")]
    [InlineData("/fr/dashboard?indicator=plan-activities-completed-share&sort=plan-activities-completed-share&dir=asc&page=2")]
    [InlineData("/fr/dashboard?sort=charter&dir=asc")]
    [InlineData("/fr/dashboard/axes?sort=axis-1&page=2")]
    [InlineData("/ar/dashboard/regions?indicator=charter-signatory-associations&indicator=plan-activities-completed-share")]
    public async Task A_page_asks_few_questions_and_loads_the_rows_that_it_shows(string path)
    {
        using var client = many.Host.National();

        var (reads, rows) = await many.Counter.CountAsync(() => client.PageAsync(path));

        Assert.InRange(reads, 1, 9);
        Assert.InRange(rows, 1, RowsOfAPage);
    }

    [Fact]
    public async Task The_number_of_queries_does_not_depend_on_how_many_communes_are_shown()
    {
        using var client = many.Host.National();

        var few = await many.Counter.CountAsync(() => client.PageAsync("/ar/dashboard?q=tanger"));
        var all = await many.Counter.CountAsync(() => client.PageAsync("/ar/dashboard?q="));

        Assert.Equal(few.Reads, all.Reads);
    }

    [Fact]
    public async Task Ranks_go_on_across_pages()
    {
        using var client = many.Host.National();

        var page = await client.PageAsync("/ar/dashboard?indicator=charter-signatory-associations&sort=charter-signatory-associations&page=2");

        Assert.Equal("51", page.QuerySelector("#communes tbody tr td")!.TextContent.Trim());
        Assert.Equal(PageSize, page.QuerySelectorAll("#communes tbody tr").Length);
    }

    [Fact]
    public async Task The_page_after_the_last_is_not_found()
    {
        using var client = many.Host.National();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, await client.StatusAsync("/ar/dashboard?page=99"));
    }

    [Fact]
    public async Task The_api_pages_through_every_figure_once()
    {
        using var client = many.Host.National();

        var seen = new HashSet<string>();
        for (var page = 1; page <= 3; page++)
        {
            var answer = await client.JsonAsync($"/api/v1/indicators?period=2026-10&indicator=charter-signatory-associations&pageSize=100&page={page}");
            Assert.Equal(Communes, answer.GetProperty("total").GetInt32());
            foreach (var snapshot in answer.GetProperty("snapshots").EnumerateArray())
            {
                Assert.True(seen.Add(snapshot.GetProperty("commune").GetString()!));
            }
        }

        Assert.Equal(Communes, seen.Count);
    }

    public sealed class ManyCommunes : IAsyncLifetime
    {
        private PlatformHost? host;

        internal RowCounter Counter { get; } = new();

        public PlatformHost Host => host!;

        public async ValueTask InitializeAsync()
        {
            host = await PlatformHost.StartAsync(options =>
            {
                options.Communes = ["demnate"];
                Counter.Watch(options);
            });
            await Generated.FillAsync(host, Communes);

            // What a host reads once, its keys among it, is the first page's, whichever that is.
            using var client = host.National();
            await client.PageAsync("/ar/dashboard");
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
