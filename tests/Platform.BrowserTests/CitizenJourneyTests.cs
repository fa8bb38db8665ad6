using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.BrowserTests;

/// <summary>From the country to one number and back, as a citizen, then a civil servant, would walk.</summary>
public sealed class CitizenJourneyTests(Site site)
{
    [Theory]
    [InlineData("ar", "دمنات", false, true)]
    [InlineData("fr", "Demnate", false, true)]
    [InlineData("ar", "دمنات", true, true)]
    [InlineData("fr", "Demnate", true, false)]
    public async Task From_the_list_of_communes_to_the_rows_of_a_figure_and_the_national_spreadsheet(string language, string name, bool phone, bool scripts)
    {
        var page = await site.OpenAsync(phone, scripts);

        // The national list, searched.
        await page.GotoAsync(site.Address(null, $"/{language}"));
        await page.Locator("main input[name=q]").FillAsync(name);
        await page.Locator("main input[name=q]").PressAsync("Enter");
        await page.Locator($"main a[href='{site.Address("demnate", "/" + language)}']").First.ClickAsync();
        Assert.Contains(name, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);

        // Charter.
        await page.Locator($"main a[href='/{language}/charter']").First.ClickAsync();
        await page.WaitForURLAsync($"**/{language}/charter");
        Assert.Equal(27, await page.Locator("ol.commitments > li[id^='c-']").CountAsync());

        // Plan, and one of its activities.
        await page.GotoAsync(site.Address("demnate", $"/{language}/action-plan"));
        await page.Locator($"main a[href='/{language}/action-plan/activities/1.1']").First.ClickAsync();
        await page.Locator("h1").WaitForAsync();

        // An indicator, why it is what it is, and the rows it was counted from.
        await page.GotoAsync(site.Address("demnate", $"/{language}/indicators"));
        await page.Locator($"main a[href^='/{language}/indicators/plan-activities']").First.ClickAsync();
        await page.Locator($"main a[href='?period={Site.Month}#why']").First.ClickAsync();
        Assert.Equal(9, await page.Locator($"main a[href^='/{language}/action-plan/activities/']").CountAsync());

        // The national dashboard, one region, its spreadsheet.
        await page.GotoAsync(site.Address(null, $"/{language}/dashboard"));
        if (phone)
        {
            // The table comes first there: what to look for unfolds.
            await page.Locator(".filters-fold > summary").ClickAsync();
        }

        await page.Locator("main select[name=region]").SelectOptionAsync("05");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        Assert.Contains("region=05", page.Url, StringComparison.Ordinal);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href*='.xlsx']").First.ClickAsync());
        Assert.Equal(1 + CommunesOfBeniMellalKhenifra, await RowsAsync(download));
        await page.Context.CloseAsync();
    }

    /// <summary>Béni Mellal, Demnate and Dir El Ksiba.</summary>
    private const int CommunesOfBeniMellalKhenifra = 3;

    private static async Task<int> RowsAsync(IDownload download)
    {
        var file = Path.GetTempFileName();
        await download.SaveAsAsync(file);
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        return workbook.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().Count();
    }
}
