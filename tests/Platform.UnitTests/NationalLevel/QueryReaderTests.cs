using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Kernel.Communes;
using Platform.Kernel.Indicators;
using Platform.National.Comparison;

namespace Platform.UnitTests.NationalLevel;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=abc")]
    [InlineData("?page=-1")]
    [InlineData("?page=1&page=2")]
    [InlineData("?region=99")]
    [InlineData("?region=5")]
    [InlineData("?period=2026-13")]
    [InlineData("?period=yesterday")]
    [InlineData("?province=xx")]
    [InlineData("?programme=%20or%201")]
    [InlineData("?indicator=A%20B")]
    [InlineData("?sort=nothing")]
    [InlineData("?dir=up")]
    public void What_is_malformed_is_refused_with_400(string query) => Assert.Equal(400, RefusalOf(query));

    [Theory]
    [InlineData("?indicator=unheard-of")]
    [InlineData("?province=05.999")]
    [InlineData("?programme=unheard-of")]
    public void What_is_unknown_is_refused_with_404(string query) => Assert.Equal(404, RefusalOf(query));

    [Theory]
    [InlineData("")]
    [InlineData("?page=&region=&period=&province=&programme=&q=&sort=&dir=&indicator=")]
    [InlineData("?page=2&region=05&period=2026-Q4&q=%D8%A8%D9%86%D9%8A&sort=name&dir=desc&indicator=known")]
    public void What_is_asked_well_or_left_empty_is_understood(string query) => Assert.Null(RefusalOf(query));

    private static int? RefusalOf(string query)
    {
        var reader = new QueryReader(new QueryCollection(QueryHelpers.ParseQuery(query)));
        reader.Page();
        reader.Period();
        reader.Indicators(new Library());
        reader.Filter([]);
        reader.Search();
        reader.Sort(["name"]);
        reader.Descending();
        return reader.Refusal;
    }

    private sealed class Library : IStandardIndicators
    {
        public IReadOnlyList<StandardIndicator> All { get; } = [RollUpRulesTests.Indicator(RollUp.Sum, IndicatorKind.Count, code: "known")];
    }
}
