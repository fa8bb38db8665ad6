using Platform.Kernel.People;

namespace Platform.BrowserTests;

/// <summary>From a file on the focal point's machine to the citizen's page, in Chromium.</summary>
public sealed class DocumentsDeskTests(Site site)
{
    private const string Commune = "zaio";

    [Fact]
    public async Task Files_are_sent_in_parts_published_and_seen_by_a_citizen()
    {
        var page = await site.OpenAsync();
        await site.SignInAsync(page, Commune, Role.FocalPoint);
        await page.GotoAsync(site.Address(Commune, "/fr/workspace/documents/new"));
        await ExpectAccessibleAsync(page);

        // Nothing filled in: every mistake is told and can be reached.
        await page.EvalOnSelectorAsync("form.form", "form => form.noValidate = true");
        await page.ClickAsync("form.form .actions button");
        await Assertions.Expect(page.Locator("#errors")).ToBeFocusedAsync();
        await ExpectAccessibleAsync(page);

        await page.SetInputFilesAsync(
            "input[type=file]",
            [
                new FilePayload { Name = "صورة.jpg", MimeType = "image/jpeg", Buffer = SampleFiles.PhotoThatTells() },
                new FilePayload { Name = "شعار.png", MimeType = "image/png", Buffer = SampleFiles.Png(40, 20) },
                new FilePayload { Name = "rapport.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(new string('x', 9_000_000)) },
                new FilePayload { Name = "virus.pdf", MimeType = "application/pdf", Buffer = [.. "MZ"u8, 1, 2] },
            ]);
        await Assertions.Expect(page.Locator(".files-kept input[type=checkbox]")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".files-kept .field-error")).ToContainTextAsync("virus.pdf");
        await ExpectAccessibleAsync(page);
        await page.SelectOptionAsync("#Input_Kind", "Photo");
        await page.FillAsync("#Input_Date", "2026-10-05");
        await page.ClickAsync("form.form .actions button");
        await page.WaitForURLAsync("**/workspace/documents?published=no");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await ExpectAccessibleAsync(page);

        var pictures = 0;
        for (var left = 3; left > 0; left--)
        {
            await page.GotoAsync(site.Address(Commune, "/fr/workspace/documents?published=no"));
            await page.ClickAsync("tbody tr:last-child th a");
            await ExpectAccessibleAsync(page);
            await page.ClickAsync(".page-header .button");
            await ExpectAccessibleAsync(page);
            await page.ClickAsync("form.form button");
            await page.GetByText("Voir la page publique").ClickAsync();
            await ExpectAccessibleAsync(page);
            foreach (var image in await page.Locator(".document-files img").AllAsync())
            {
                // What was written anew is a picture still.
                Assert.True(await image.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 0; }"));
                pictures++;
            }
        }

        Assert.Equal(2, pictures);
        var citizen = await site.OpenAsync(phone: true);
        await citizen.GotoAsync(site.Address(Commune, "/ar/documents"));
        await Assertions.Expect(citizen.Locator(".documents > li")).ToHaveCountAsync(3);
        await ExpectAccessibleAsync(citizen);
        var download = await citizen.RunAndWaitForDownloadAsync(async () =>
        {
            await citizen.GetByText("rapport").First.ClickAsync();
            await citizen.ClickAsync(".document-files .button");
        });
        Assert.Equal("rapport.pdf", download.SuggestedFilename);
        await citizen.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ar", "")]
    [InlineData("ar", "/new")]
    [InlineData("fr", "?q=zzzz")]
    public async Task The_desk_fits_a_phone_and_axe_finds_nothing(string language, string path)
    {
        var page = await site.OpenAsync(phone: true);
        await site.SignInAsync(page, "zoumi", Role.FocalPoint);
        await page.GotoAsync(site.Address("zoumi", $"/{language}/workspace/documents{path}"));

        await ExpectAccessibleAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await page.Context.CloseAsync();
    }

    private static async Task ExpectAccessibleAsync(IPage page)
    {
        Assert.Empty(await page.SeriousAsync());
    }
}
