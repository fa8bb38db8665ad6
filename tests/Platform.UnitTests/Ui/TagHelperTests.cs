using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Kernel.Text;
using Platform.Ui;

namespace Platform.UnitTests.Ui;

public sealed class TagHelperTests
{
    [Fact]
    public async Task A_text_in_the_language_of_the_page_is_text_alone()
    {
        using var _ = In.Arabic();

        Assert.Equal("الميثاق", await new LocalizedTagHelper { Text = new("الميثاق") }.HtmlAsync());
        Assert.Equal("<h2>الميثاق</h2>", await new LocalizedTagHelper { Text = new("الميثاق"), As = "h2" }.HtmlAsync());
        Assert.Equal("", await new LocalizedTagHelper().HtmlAsync());
    }

    [Fact]
    public async Task A_text_that_falls_back_says_its_language()
    {
        using var _ = In.French();

        Assert.Equal("<span lang=\"ar\" dir=\"rtl\">الميثاق</span>", await new LocalizedTagHelper { Text = new("الميثاق") }.HtmlAsync());
        Assert.Equal("La charte", await new LocalizedTagHelper { Text = new("الميثاق", "La charte") }.HtmlAsync());
        Assert.StartsWith("<div class=\"prose\" lang=\"ar\" dir=\"rtl\">", await new MarkdownTagHelper { Text = new("الميثاق") }.HtmlAsync(), StringComparison.Ordinal);
    }

    /// <summary>The heading is made before the texts below it, and sent after them.</summary>
    [Fact]
    public async Task A_page_explains_once_that_texts_of_it_are_in_Arabic_alone()
    {
        using var _ = In.French();
        const string Line = "<p class=\"only-arabic\">";
        var page = Rendering.View();
        var note = new OnlyInArabic(page.HttpContext, Rendering.Texts["ArabicOnly"]);

        await new LocalizedTagHelper { Text = new("الميثاق", "La charte"), ViewContext = page }.HtmlAsync();
        Assert.Equal("", note.Html());

        await new MarkdownTagHelper { Text = new("الميثاق"), ViewContext = page }.HtmlAsync();
        await new LocalizedTagHelper { Text = new("الميثاق"), ViewContext = page }.HtmlAsync();
        Assert.StartsWith(Line, note.Html(), StringComparison.Ordinal);
        Assert.Equal("", note.Html());

        var title = await new PageHeaderTagHelper(Rendering.Texts) { Title = "68 الميثاق", ViewContext = Rendering.View() }.HtmlAsync("page-header");
        Assert.Contains("<h1 dir=\"rtl\" lang=\"ar\">68 الميثاق</h1>" + Line, title, StringComparison.Ordinal);

        var workspace = Rendering.View();
        workspace.HttpContext.Request.Path = "/workspace/charter";
        await new LocalizedTagHelper { Text = new("الميثاق"), ViewContext = workspace }.HtmlAsync();
        Assert.Equal("", new OnlyInArabic(workspace.HttpContext, "x").Html());
    }

    [Fact]
    public async Task Progress_is_a_bar_and_a_figure_or_words()
    {
        using var _ = In.French();

        Assert.Equal(
            "<div class=\"progress\"><progress aria-label=\"Axe 1\" max=\"100\" value=\"45.5\"></progress><span class=\"progress-figure\">45,5&#xA0;%</span></div>",
            await new ProgressBarTagHelper(Rendering.Texts) { Percent = 45.5m, Label = "Axe 1" }.HtmlAsync());
        Assert.Contains("Aucune activité", await new ProgressBarTagHelper(Rendering.Texts).HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_badge_of_an_unknown_kind_is_a_mistake()
    {
        Assert.Equal("<span class=\"badge badge-success\">ok</span>", await new BadgeTagHelper { Kind = "success" }.HtmlAsync(inside: "ok"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new BadgeTagHelper { Kind = "green" }.HtmlAsync(inside: "ok"));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("fr")]
    public async Task What_rows_write_straight_is_what_the_elements_write(string language)
    {
        using var _ = In.Tag(language);
        foreach (var text in new LocalizedText?[] { new("الميثاق"), new("الميثاق <أ>", "La charte & l’« axe »"), null })
        {
            Assert.Equal(await new LocalizedTagHelper { Text = text }.HtmlAsync(), Markup.Localized(text).Html());
            Assert.Equal(await new LocalizedTagHelper { Text = text, As = "li" }.HtmlAsync(), Markup.Localized(text, "li").Html());
        }

        foreach (var percent in new[] { 0, 12.345m, 100, 130 })
        {
            Assert.Equal(
                await new ProgressBarTagHelper(Rendering.Texts) { Percent = percent, Label = "1.1 \"é\"" }.HtmlAsync(),
                Markup.Progress(percent, "1.1 \"é\"").Html());
        }

        Assert.Equal(await new BadgeTagHelper { Kind = "danger" }.HtmlAsync(inside: "<en retard>"), Markup.Badge("danger", "<en retard>").Html());
        Assert.Throws<InvalidOperationException>(() => Markup.Badge("green", "ok"));
    }

    [Fact]
    public void A_text_is_remembered_for_its_language_alone()
    {
        var texts = new ServiceCollection().AddLogging().AddUi().BuildServiceProvider().GetRequiredService<IStringLocalizer<CommonTexts>>();
        string InBoth(Func<string> ask)
        {
            using (In.Arabic())
            {
                var arabic = ask();
                using (In.French())
                {
                    return $"{arabic} | {ask()}";
                }
            }
        }

        var first = InBoth(() => texts["SkipToContent"]);

        Assert.Equal(InBoth(() => Rendering.Texts["SkipToContent"]), first);
        Assert.Equal(first, InBoth(() => texts["SkipToContent"]));
        Assert.Equal(InBoth(() => Rendering.Texts["AsOf", "x"]), InBoth(() => texts["AsOf", "x"]));
        Assert.True(texts["ThereIsNoSuchText"].ResourceNotFound);
    }

    [Fact]
    public async Task The_pager_keeps_the_rest_of_the_query()
    {
        using var _ = In.French();
        var http = new DefaultHttpContext();
        http.Request.PathBase = "/fr";
        http.Request.Path = "/petitions";
        http.Request.QueryString = new("?q=eau%20potable&axis=1&axis=2&p=3");

        var html = await new PagerTagHelper(Rendering.Texts) { Page = 3, Pages = 9, ViewContext = Rendering.View(http) }.HtmlAsync();

        Assert.Contains("href=\"/fr/petitions?q=eau%20potable&amp;axis=1&amp;axis=2&amp;p=4\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/fr/petitions?q=eau%20potable&amp;axis=1&amp;axis=2\"", html, StringComparison.Ordinal);
        Assert.Equal("", await new PagerTagHelper(Rendering.Texts) { Page = 1, Pages = 1, ViewContext = Rendering.View() }.HtmlAsync());
    }

    [Fact]
    public void Long_lists_of_pages_are_cut_in_the_middle() => Assert.Equal([1, 4, 5, 6, 12], PagerTagHelper.Numbers(5, 12));

    [Fact]
    public async Task A_code_is_drawn_without_styles()
    {
        using var _ = In.French();

        var html = await new QrCodeTagHelper(Rendering.Texts) { Url = "https://demnate.example.ma/fr/charter" }.HtmlAsync();

        Assert.StartsWith("<svg class=\"qr\" viewBox=\"0 0 37 37\"", html, StringComparison.Ordinal);
        Assert.Contains("<title>Code QR de l’adresse https://demnate.example.ma/fr/charter</title>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#0b5d4e", ":root{--accent:#0b5d4e}\n")]
    [InlineData("red;}body{display:none", "")]
    public void A_theme_holds_a_colour_and_nothing_else(string accent, string css) => Assert.Equal(css, UiServices.Theme(accent));
}
