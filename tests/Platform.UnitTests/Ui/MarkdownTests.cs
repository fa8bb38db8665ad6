using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)> text")]
    [InlineData("<p style=\"color:red\">red</p>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScript:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](data:text/html;base64,AAAA)")]
    [InlineData("[x](vbscript:a)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/spy.png)")]
    [InlineData("[![x](https://evil.example/spy.png)](javascript:alert(1))")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    public void What_could_harm_comes_out_as_words(string markdown)
    {
        var html = Html(markdown);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p style", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Alignment_of_columns_writes_no_style() =>
        Assert.DoesNotContain("style", Html("| a | b |\n|:--|--:|\n| 1 | 2 |"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](https://collectivites-territoriales.gov.ma)", "<a href=\"https://collectivites-territoriales.gov.ma\" rel=\"nofollow noopener\">x</a>")]
    [InlineData("[x](/ar/charter#goals)", "<a href=\"/ar/charter#goals\">x</a>")]
    [InlineData("[x](#goals)", "<a href=\"#goals\">x</a>")]
    [InlineData("<https://example.ma>", "<a href=\"https://example.ma\" rel=\"nofollow noopener\">https://example.ma</a>")]
    public void Links_to_pages_stay(string markdown, string html) => Assert.Contains(html, Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void Headings_go_on_from_those_of_the_page()
    {
        Assert.Contains("<h3>a</h3>", Html("# a", 2), StringComparison.Ordinal);
        Assert.Contains("<h6>a</h6>", Html("##### a", 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_is_words_alone() => Assert.Equal("a b", SafeMarkdown.PlainText("**a** [b](https://example.ma)"));

    private static string Html(string markdown, int offset = 1) => SafeMarkdown.Render(markdown, offset).ToString()!;
}
