using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Commitments.ActionPlan;

namespace Platform.UnitTests.Commitments.ActionPlan;

public sealed class PlanFilterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?axis=&priority=&origin=&status=&q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?unknown=1")]
    public void Empty_values_choose_nothing(string query)
    {
        Assert.True(TryRead(query, out var filter));
        Assert.True(filter.IsEmpty);
    }

    [Theory]
    [InlineData("?axis=x")]
    [InlineData("?axis=-1")]
    [InlineData("?axis=99999999999")]
    [InlineData("?axis=1&axis=2")]
    [InlineData("?priority=4")]
    [InlineData("?priority=1.0")]
    [InlineData("?origin=Commune")]
    [InlineData("?origin=1")]
    [InlineData("?status=done")]
    [InlineData("?status=1")]
    public void A_malformed_value_is_refused(string query) => Assert.False(TryRead(query, out _));

    [Fact]
    public void A_search_that_no_one_types_is_refused() => Assert.False(TryRead("?q=" + new string('a', PlanFilter.LongestSearch + 1), out _));

    [Theory]
    [InlineData("?status=in-progress")]
    [InlineData("?status=late")]
    [InlineData("?origin=associations")]
    [InlineData("?priority=none")]
    [InlineData("?axis=2")]
    public void Words_of_the_form_are_understood(string query)
    {
        Assert.True(TryRead(query, out var filter));
        Assert.False(filter.IsEmpty);
    }

    private static bool TryRead(string query, out PlanFilter filter) =>
        PlanFilter.TryRead(new QueryCollection(QueryHelpers.ParseQuery(query)), out filter);
}
