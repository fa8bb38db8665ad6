using Platform.Kernel.People;

namespace Platform.BrowserTests;

/// <summary>What is pasted from Word into a long text: headings, paragraphs and lists arrive as such, everything else stays behind.</summary>
public sealed class WordPasteTests(Site site)
{
    [Fact]
    public async Task A_page_of_Word_becomes_headings_paragraphs_and_lists()
    {
        var page = await site.OpenAsync();
        await site.SignInAsync(page, "zoumi", Role.FocalPoint);
        await page.GotoAsync(site.Address("zoumi", "/fr/workspace/charter/start"));
        await page.FillAsync("[name='Input.Title.Ar']", "ميثاق");
        await page.CheckAsync("[name='Input.Start'][value='Headings']");
        await page.ClickAsync("form.form .actions button");
        await page.GotoAsync(site.Address("zoumi", "/fr/workspace/charter/draft"));
        await page.ClickAsync("a[href*='/draft/items/section/'] >> nth=0");

        var area = page.Locator("textarea[name='Input.Text.Ar']");
        await area.EvaluateAsync(
            "(area, html) => { const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'x'); area.focus(); area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }",
            SampleFiles.WordClipboard);

        Assert.Equal(
            """
            ## ميثاق المشاركة المواطنة

            ## التزامات الجماعة

            تلتزم الجماعة **بنشر** المعلومات في *آجال معقولة*. وذلك:

            - على موقعها؛
               - بالعربية والأمازيغية؛
            - وبمقرها.

            ## Étapes

            1. Informer ;
            2. Consulter.
            - Niveau — Sens
            - Information — La commune fait savoir

            Fin.
            """.ReplaceLineEndings("\n"),
            await area.InputValueAsync());

        await page.ClickAsync("button[name='preview']");
        var preview = page.Locator(".preview");
        await preview.WaitForAsync();
        Assert.Equal(3, await preview.Locator("h3, h4, h5").CountAsync());
        Assert.Equal(["Informer ;", "Consulter."], await preview.Locator("ol > li").AllInnerTextsAsync());
        Assert.Equal("بالعربية والأمازيغية؛", await preview.Locator("ul ul > li").InnerTextAsync());
        Assert.NotEqual("attacked", await page.TitleAsync());
        await page.Context.CloseAsync();
    }
}
