using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed partial class ChartTests
{
    private static readonly TrendChart Chart = new(
        "Taux", "%", [new("10/2026", 10), new("11/2026", null), new("12/2026", 40), new("01/2027", 55.5m)], 60);

    [Fact]
    public void In_Arabic_time_runs_from_the_right()
    {
        using var _ = In.Arabic();
        const int width = 320;
        var leftToRight = new TrendDrawing(Chart, rightToLeft: false, width, 230);
        var rightToLeft = new TrendDrawing(Chart, rightToLeft: true, width, 230);

        for (var i = 0; i < Chart.Points.Count; i++)
        {
            Assert.Equal(width, leftToRight.XOf(i) + rightToLeft.XOf(i), 6);
        }

        Assert.True(leftToRight.XOf(0) < leftToRight.XOf(3));
        Assert.True(rightToLeft.XOf(0) > rightToLeft.XOf(3));
    }

    [Fact]
    public async Task A_period_without_a_value_is_a_gap()
    {
        using var _ = In.French();
        var page = await new HtmlParser().ParseDocumentAsync(await new TrendChartTagHelper(Rendering.Texts) { Model = Chart, ViewContext = Rendering.View() }.HtmlAsync());

        foreach (var svg in page.QuerySelectorAll("svg"))
        {
            Assert.Equal(2, svg.QuerySelector(".chart-line")!.GetAttribute("d")!.Count(c => c == 'M'));
            Assert.Equal(3, svg.QuerySelectorAll("circle").Length);
            Assert.Single(svg.QuerySelectorAll(".chart-target"));
        }
    }

    [Fact]
    public async Task A_chart_tells_itself_in_words_and_in_a_table()
    {
        using var _ = In.French();
        var page = await new HtmlParser().ParseDocumentAsync(await new TrendChartTagHelper(Rendering.Texts) { Model = Chart, ViewContext = Rendering.View() }.HtmlAsync());

        var rows = page.QuerySelectorAll("table tbody tr");
        Assert.Equal(["10/2026", "11/2026", "12/2026", "01/2027"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Equal(["10\u00A0%", "Pas de chiffre", "40\u00A0%", "55,5\u00A0%"], rows.Select(row => row.QuerySelector("td")!.TextContent));
        Assert.Equal("De 10/2026 (10\u00A0%) à 01/2027 (55,5\u00A0%). Cible\u00A0: 60\u00A0%.", page.QuerySelector("desc")!.TextContent);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task A_chart_without_figures_says_so()
    {
        using var _ = In.French();
        var html = await new TrendChartTagHelper(Rendering.Texts) { Model = new("Taux", "%", [new("10/2026", null)]), ViewContext = Rendering.View() }.HtmlAsync();

        Assert.Contains("Pas encore de chiffres.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(3, 0, 3)]
    [InlineData(58.5, 0, 60)]
    [InlineData(0.4, 0, 0.4)]
    [InlineData(99999, 0, 100000)]
    public void The_axis_goes_from_zero_to_a_round_figure(double highest, double low, double high)
    {
        var scale = Scale.For([(decimal)highest], wholeSteps: highest == Math.Truncate(highest));

        Assert.Equal(((decimal)low, (decimal)high), (scale.Low, scale.High));
        Assert.InRange(scale.Ticks.Count(), 2, 6);
    }

    [Fact]
    public void A_sparkline_is_mirrored_too()
    {
        var (_, end) = SparklineTagHelper.Draw([1, null, 3], 1, 3, rightToLeft: false);
        var (_, mirrored) = SparklineTagHelper.Draw([1, null, 3], 1, 3, rightToLeft: true);

        Assert.Equal(96, end.X + mirrored.X);
    }

    [Fact]
    public void The_twelve_regions_are_decoded()
    {
        var outlines = RegionOutlines.Morocco;

        Assert.Equal(Enumerable.Range(1, 12).Select(code => code.ToString("00", CultureInfo.InvariantCulture)), outlines.Regions.Select(region => region.Code));
        Assert.All(outlines.Regions, region =>
        {
            Assert.StartsWith("M", region.Path, StringComparison.Ordinal);
            Assert.EndsWith("Z", region.Path, StringComparison.Ordinal);
            Assert.All(Numbers().Matches(region.Path), number =>
                Assert.InRange(double.Parse(number.Value, CultureInfo.InvariantCulture), 0, Math.Max(RegionOutlines.Width, outlines.Height)));
        });
    }

    [Fact]
    public async Task The_map_names_every_region_and_its_source()
    {
        using var _ = In.Arabic();
        var shapes = RegionOutlines.Morocco.Regions.Select(region => new RegionShape(region.Code, "R" + region.Code, "/ar?region=" + region.Code, "3", 9)).ToList();

        var page = await new HtmlParser().ParseDocumentAsync(await new RegionMapTagHelper(Rendering.Texts) { Model = new("خريطة", shapes) }.HtmlAsync());

        Assert.Equal(12, page.QuerySelectorAll("svg a[href]").Length);
        Assert.Equal(12, page.QuerySelectorAll("svg a title").Length);
        Assert.Equal(12, page.QuerySelectorAll(".map-list a").Length);
        Assert.Equal(12, page.QuerySelectorAll("path.shade-5").Length);
        Assert.Contains("ODbL", page.QuerySelector(".map-attribution")!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
