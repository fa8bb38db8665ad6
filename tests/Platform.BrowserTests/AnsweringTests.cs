using Microsoft.EntityFrameworkCore;
using Platform.Kernel.People;
using Platform.Participation.Consultations;
using Platform.Participation.Contributions;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.BrowserTests;

/// <summary>Answering on a phone whose line breaks, and typing in paper cards by keyboard; axe looks at every page on the way, in both languages.</summary>
public sealed class AnsweringTests(Site site)
{
    private const string Send = "form.answer > .actions:last-of-type button";

    [Fact]
    public async Task What_was_typed_survives_a_lost_line_and_every_page_of_answering_is_clean()
    {
        await AskAsync(site.Host);
        foreach (var language in new[] { "ar", "fr" })
        {
            var page = await site.OpenAsync(phone: true);
            var consultation = site.Address(Commune, $"/{language}/consultations/{Slug}");
            var card = $"{consultation}/answer?about=project:68";
            await page.GotoAsync(card);
            await ExpectGoodAsync(page);
            await page.FillAsync("#Notes_Problem", $"الحي الشمالي {language}");
            await page.Context.SetOfflineAsync(true);
            await page.ClickAsync(Send);
            await page.Context.SetOfflineAsync(false);
            await page.GotoAsync(card);
            Assert.Equal($"الحي الشمالي {language}", await page.InputValueAsync("#Notes_Problem"));
            await SendAsync(page);
            await page.WaitForURLAsync("**/contributions/receipt");
            await ExpectGoodAsync(page);
            var code = await page.Locator(".receipt-number").Nth(1).InnerTextAsync();
            await page.GotoAsync(card);
            Assert.Equal("", await page.InputValueAsync("#Notes_Problem"));

            await page.GotoAsync($"{consultation}/answer?about=vision:1");
            await page.CheckAsync("[name='Input.Kind'][value=Amendment]");
            await page.FillAsync("#Input_Proposed", await page.InputValueAsync("#Input_Proposed") + " 2026");
            await page.ClickAsync("button[name=preview]");
            await page.WaitForSelectorAsync(".preview ins");
            await ExpectGoodAsync(page);
            await SendAsync(page);
            await page.WaitForURLAsync("**/contributions/receipt");

            await page.GotoAsync($"{consultation}/answer/idea");
            await page.FillAsync("#Name", "إنارة الأحياء");
            await page.FillAsync("#Card_Problem", "أحياء مظلمة");
            await SendAsync(page);
            await page.WaitForSelectorAsync("#like");
            await ExpectGoodAsync(page);
            await page.GotoAsync($"{consultation}/answer/priorities");
            await SendAsync(page);
            await page.WaitForSelectorAsync("#errors");
            await ExpectGoodAsync(page);

            // With a script what hangs on an answer comes at once; without one the server asks it.
            await page.GotoAsync($"{consultation}/answer/questions");
            await ExpectGoodAsync(page);
            Assert.False(await page.IsVisibleAsync("#Choice_2"));
            await page.CheckAsync("#Choice_1");
            await page.CheckAsync("#Choice_2-4");
            await page.CheckAsync("#Choice_1-2");
            Assert.False(await page.IsVisibleAsync("#Choice_2"));
            await page.CheckAsync("#Choice_1");
            await page.FillAsync("#Said_4", $"محطات {language}");
            await SendAsync(page);
            await page.WaitForURLAsync("**/contributions/receipt");
            await ExpectGoodAsync(page);

            await page.GotoAsync(site.Address(Commune, $"/{language}/contributions"));
            await page.FillAsync("#Code", code);
            await page.ClickAsync("main form[action$='/contributions'] button");
            await page.WaitForSelectorAsync("#found");
            await ExpectGoodAsync(page);
            var remark = await InAsync(site.Host, db => db.Set<Remark>().OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(TestContext.Current.CancellationToken));
            await page.GotoAsync($"{consultation}/remarks/{remark}/support");
            await ExpectGoodAsync(page);
            await page.Context.CloseAsync();
        }

        foreach (var language in new[] { "ar", "fr" })
        {
            await ExpectComfortsAsync(language);
            var clerk = await site.OpenAsync(phone: true);
            await site.SignInAsync(clerk, Commune, Role.TeamMember, Area.Participation);
            var paper = site.Address(Commune, $"/{language}/workspace/consultations/{Slug}/paper");
            await clerk.GotoAsync($"{paper}/cards");
            await clerk.FillAsync("#Copies", "2");
            await clerk.ClickAsync(".workspace-main form .actions button");
            await clerk.WaitForSelectorAsync(".sheet");
            await ExpectGoodAsync(clerk);
            var code = await clerk.Locator(".sheet-code bdi").First.InnerTextAsync();

            // By keyboard: the code first, Enter goes on to the next card.
            await clerk.GotoAsync($"{paper}?hand=1");
            await ExpectGoodAsync(clerk);
            Assert.Equal("Input_Code", await clerk.EvaluateAsync<string>("() => document.activeElement.id"));
            await clerk.Keyboard.TypeAsync(code);
            await clerk.FocusAsync("#Input_Notes_Problem");
            await clerk.Keyboard.TypeAsync("بخط اليد");
            await clerk.Keyboard.PressAsync("Enter");
            await clerk.WaitForSelectorAsync("#typed");
            Assert.Equal("Input_Code", await clerk.EvaluateAsync<string>("() => document.activeElement.id"));
            Assert.Equal("", await clerk.InputValueAsync("#Input_Notes_Problem"));
            await ExpectGoodAsync(clerk);
            await clerk.Context.CloseAsync();
        }
    }

    /// <summary>Ideas like the one that is typed, and the work that a browser does by itself: under the site's strict policy, in a worker, without a click.</summary>
    private async Task ExpectComfortsAsync(string language)
    {
        await InAsync(site.Host, async db =>
        {
            (await db.Set<Consultation>().SingleAsync(TestContext.Current.CancellationToken)).AskForProof(true);
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var page = await site.OpenAsync(phone: true);
        await page.GotoAsync(site.Address(Commune, $"/{language}/consultations/{Slug}/answer/idea"));
        await page.Locator("#Name").PressSequentiallyAsync("إنارة الأحياء ليلا");
        await page.WaitForSelectorAsync(".like-live a");
        await ExpectGoodAsync(page);
        var (name, problem) = language == "ar" ? ("ساحة للقراءة", "لا مكان للقراءة في المدينة") : ("Un terrain de jeu", "Les enfants jouent dans la rue");
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Card_Problem", problem);
        await SendAsync(page);
        await page.WaitForURLAsync("**/contributions/receipt");
        await page.Context.CloseAsync();

        // Without scripts: told what to do instead.
        page = await site.OpenAsync(scripts: false);
        await page.GotoAsync(site.Address(Commune, $"/{language}/consultations/{Slug}/answer/idea"));
        Assert.Contains("60", await page.Locator("[data-proof-status]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>As a person, who takes a moment.</summary>
    private async Task SendAsync(IPage page)
    {
        site.Host.Clock.Move(TimeSpan.FromSeconds(3));
        await page.EvaluateAsync("() => { document.querySelector('form.answer').noValidate = true; }");
        await page.ClickAsync(Send);
    }

    private static async Task ExpectGoodAsync(IPage page)
    {
        Assert.Empty(await page.SeriousAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.Url);
        Assert.Equal(0, await page.Locator(".error-page").CountAsync());
    }
}
