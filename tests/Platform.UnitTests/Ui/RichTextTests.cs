using System.Text.Encodings.Web;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class RichTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](https://evil.example)")]
    [InlineData("![x](https://evil.example/spy.png)")]
    [InlineData("<https://evil.example>")]
    [InlineData("https://evil.example")]
    [InlineData("```\ncode\n```")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("&lt;b&gt; &#60;b&#62;")]
    public void Whatever_is_no_heading_list_or_emphasis_comes_out_as_the_words_that_were_typed(string text)
    {
        var html = Html(text);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.All(page.Body!.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, new[] { "p", "br" }));
        Assert.Equal(text.ReplaceLineEndings(" "), page.Body.TextContent.Trim().ReplaceLineEndings(" "));
    }

    [Fact]
    public void A_definition_of_a_link_does_not_vanish() => Assert.Contains("[x]: https://evil.example", Html("before\n\n[x]: https://evil.example\n\nafter"), StringComparison.Ordinal);

    [Fact]
    public void Headings_lists_and_emphasis_are_understood_and_headings_go_on_from_the_page()
    {
        var html = Html("## One\n\nwords **strong** *soft*\n\n- a\n  - b\n\n1. c", 2);

        Assert.Contains("<h4>One</h4>", html, StringComparison.Ordinal);
        Assert.Contains("<strong>strong</strong> <em>soft</em>", html, StringComparison.Ordinal);
        Assert.Contains("<ul>\n<li>a\n<ul>\n<li>b</li>", html, StringComparison.Ordinal);
        Assert.Contains("<ol>\n<li>c</li>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- ", 600)]
    [InlineData("1. ", 600)]
    [InlineData("**", 20_000)]
    [InlineData("*a", 20_000)]
    [InlineData("#", 40_000)]
    public void What_is_nested_without_end_is_shown_and_never_a_fault(string piece, int times) =>
        Assert.NotEmpty(Html(string.Concat(Enumerable.Repeat(piece, times)) + "end"));

    [Theory]
    [InlineData("\u2022 one\n\u2022\ttwo", "- one\n- two")]
    [InlineData("\uF0B7\u00A0one", "- one")]
    [InlineData("1) one\n2)\ttwo", "1. one\n2. two")]
    [InlineData("a\u00A0b\t c  ", "a b  c")]
    [InlineData("a\r\n\r\n\r\n\r\nb", "a\n\nb")]
    [InlineData("- stays\n  - nested", "- stays\n  - nested")]
    [InlineData("ordinary words", "ordinary words")]
    public void What_a_word_processor_left_is_made_plain(string typed, string tidy) => Assert.Equal(tidy, RichText.Tidy(typed));

    [Fact]
    public void Blocks_and_items_of_lists_are_paragraphs_and_the_marks_are_left_out() =>
        Assert.Equal(
            ["Heading", "first block goes on", "Label: item", "second item", "third"],
            RichText.Paragraphs("## Heading\nfirst block\ngoes on\n\n- **Label:** item\n- second\n  item\n1. third"));

    private static string Html(string text, int offset = 1)
    {
        using var writer = new StringWriter();
        RichText.Render(text, offset).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
