using Platform.Kernel.People;

namespace Platform.BrowserTests;

/// <summary>The logo of a commune that has it as a photograph: the browser makes a PNG of it, the only format that the server decodes.</summary>
public sealed class LogoTests(Site site)
{
    [Fact]
    public async Task A_jpeg_is_made_a_png_by_the_browser_and_becomes_the_logo()
    {
        var page = await site.OpenAsync();
        await site.SignInAsync(page, "zoumi", Role.FocalPoint);
        await page.GotoAsync(site.Address("zoumi", "/fr/workspace/identity"));

        await page.SetInputFilesAsync("#logo", new FilePayload { Name = "embleme.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.Photo });
        await page.WaitForFunctionAsync("() => document.querySelector('#logo').files[0].type === 'image/png'");
        await page.ClickAsync("form.form .actions button");

        await page.WaitForSelectorAsync("form img[src^='/logo.png']");
        Assert.Equal(24, await page.EvalOnSelectorAsync<int>("form img[src^='/logo.png']", "picture => picture.decode().then(() => picture.naturalWidth)"));
        await page.Context.CloseAsync();
    }
}
