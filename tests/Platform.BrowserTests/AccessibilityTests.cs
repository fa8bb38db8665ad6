namespace Platform.BrowserTests;

/// <summary>Every page, in both languages: what a screen reader, a keyboard and a narrow phone need.</summary>
public sealed class AccessibilityTests(Site site, DemonstrationSite demonstration)
{
    /// <summary>The elements that reach over the edge, or whose text does, where the page can be scrolled to them.</summary>
    private const string WhatScrollsSideways = """
        () => {
          const wide = document.documentElement.clientWidth;
          return document.documentElement.scrollWidth <= wide ? [] : ['The page is ' + document.documentElement.scrollWidth + ' wide.', ...[...document.querySelectorAll('body *')]
            .filter(element => { const box = element.getBoundingClientRect(); return box.width > 0 && (box.right > wide + 1 || box.left < -1 || box.left + element.scrollWidth > wide + 1); })
            .map(element => element.outerHTML.slice(0, 160))];
        }
        """;

    public static TheoryData<string?, string> Pages => EveryPage.Addresses;

    public static TheoryData<string?, string> OtherStates => EveryPage.OtherStates;

    /// <summary>Opened once and asked everything: these are the same pages in other states.</summary>
    [Theory]
    [MemberData(nameof(OtherStates))]
    public async Task The_other_states_of_a_page_are_as_clean(string? commune, string path)
    {
        var page = await site.OpenAsync(phone: true);
        await page.GotoAsync(demonstration.Address(commune, path));

        Assert.Equal(path[1..3], await page.GetAttributeAsync("html", "lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(WhatScrollsSideways));
        Assert.Empty(await page.SeriousAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_page_says_its_language_and_direction_fits_a_phone_asks_no_foreign_host_and_axe_finds_nothing_serious(string? commune, string path)
    {
        var page = await site.OpenAsync(phone: true);
        var foreign = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (!new Uri(request.Url).Host.EndsWith("localhost", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            // The browser logs that a page answered 404 by itself; that is the page we asked for.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(site.Address(commune, path));

        var language = path[1..3];
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        Assert.Equal(language == "ar" ? "rtl" : "ltr", await page.GetAttributeAsync("html", "dir"));
        Assert.Empty(await page.EvaluateAsync<string[]>(WhatScrollsSideways));
        Assert.Empty(foreign);
        Assert.Empty(complaints);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Empty(await page.SeriousAsync());
        await page.Context.CloseAsync();
    }
}
