using Platform.Kernel.People;

namespace Platform.BrowserTests;

/// <summary>
/// Pages of the workspaces of plan and openness programme that need a commune with content, or a query, to be filled; forms that are refused. Every page as
/// the route table has it is met in <see cref="WorkspaceAccessibilityTests"/>.
/// </summary>
public sealed class WorkspaceTests(Site site)
{
    public static TheoryData<string, string> Pages { get; } = new(
        from page in new[]
        {
            ("demnate", "/workspace/action-plan/axis?plan=1"), ("demnate", "/workspace/action-plan/round?plan=1"),
            ("larache", "/workspace/openness"), ("larache", "/workspace/openness/programme"),
            ("larache", "/workspace/openness/statements/Goal"), ("larache", "/workspace/openness/project/1"), ("larache", "/workspace/openness/project/1/completion"),
            ("larache", "/workspace/openness/milestone"), ("larache", "/workspace/openness/committee"), ("larache", "/workspace/openness/figures"),
            ("larache", "/workspace/openness/adoption"), ("larache", "/workspace/openness/archive"),
        }
        select (page.Item1, "/ar" + page.Item2));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_serious_and_the_page_fits_a_phone(string commune, string path)
    {
        var page = await site.OpenAsync(phone: true);
        await site.SignInAsync(page, commune, Role.FocalPoint);
        await page.GotoAsync(site.Address(commune, path));
        await ExpectGoodAsync(page);
        Assert.Equal(0, await page.Locator(".error-page").CountAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("demnate", "/ar/workspace/action-plan/activity?axis=1")]
    [InlineData("demnate", "/fr/workspace/action-plan/activity/1/progress")]
    [InlineData("larache", "/ar/workspace/openness/project")]
    [InlineData("larache", "/fr/workspace/openness/adoption")]
    public async Task A_refused_form_is_as_good_and_its_errors_are_reached_first(string commune, string path)
    {
        var page = await site.OpenAsync(phone: true);
        await site.SignInAsync(page, commune, Role.FocalPoint);
        await page.GotoAsync(site.Address(commune, path));
        await page.EvaluateAsync("() => { const form = document.querySelector('form.form'); form.noValidate = true; for (const field of form.querySelectorAll('[name$=\".Ar\"], [name$=\"On\"]')) { field.value = ''; } form.requestSubmit(); }");
        await page.WaitForSelectorAsync("#errors");

        Assert.Equal("errors", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await ExpectGoodAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task ExpectGoodAsync(IPage page)
    {
        Assert.Empty(await page.SeriousAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }
}
