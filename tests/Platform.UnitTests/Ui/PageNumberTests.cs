using Platform.Ui.Sites;

namespace Platform.UnitTests.Ui;

public sealed class PageNumberTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("7", 7)]
    [InlineData("1000000", 1_000_000)]
    public void A_page_is_asked_for_by_its_number(string? asked, int page)
    {
        Assert.True(PageNumber.TryRead(asked, out var number));
        Assert.Equal(page, number);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999")]
    [InlineData("2147483647")] // What stands before that page is more than can be counted: the database would be asked to pass over less than nothing.
    public void What_no_list_has_is_no_page(string asked) => Assert.False(PageNumber.TryRead(asked, out _));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    public void The_last_page_may_be_short(int lines, int pages) => Assert.Equal(pages, PageNumber.PagesOf(lines, 50));
}
