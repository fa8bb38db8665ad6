using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel.People;
using Platform.Kernel.Text;
using Platform.TestKit.People;

namespace Platform.BrowserTests;

public sealed class SignInJourneyTests(Site site)
{
    [Fact]
    public async Task A_focal_point_comes_in_with_a_passkey_alone()
    {
        var page = await site.OpenAsync();
        await page.AddAuthenticatorAsync();
        await page.GotoAsync(await InviteAsync("demnate", "passkey@demnate.ma"));
        await ExpectCleanAsync(page);
        await page.FillAsync("[name='Input.Name']", "Amina");
        await page.ClickAsync("button[value=passkey]");
        await page.WaitForURLAsync("**/account/second-factor");
        await ExpectCleanAsync(page);
        await page.FillAsync("#passkey-name", "Ordinateur");
        await page.ClickAsync("form[data-passkey=make] button");
        await page.WaitForSelectorAsync(".codes");
        await ExpectCleanAsync(page);
        await page.ClickAsync(".actions a.button");
        await page.WaitForURLAsync("**/workspace");

        // Out, and in again with the passkey and nothing else.
        await page.ClickAsync("form[action$='/sign-out'] button");
        await page.WaitForURLAsync("**/sign-in");
        await ExpectCleanAsync(page);
        await page.ClickAsync("form[data-passkey=sign] button");
        await page.WaitForURLAsync("**/workspace");
        await page.GotoAsync(site.Address("demnate", "/fr/account/passkeys"));
        Assert.Contains("Ordinateur", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await ExpectCleanAsync(page);
    }

    [Fact]
    public async Task A_password_and_a_code_of_the_app_do_without_scripts()
    {
        var page = await site.OpenAsync(phone: true, scripts: false);
        await page.GotoAsync(await InviteAsync("demnate", "code@demnate.ma"));
        await page.FillAsync("[name='Input.Name']", "Karim");
        await page.FillAsync("[name='Input.Password']", "quatre chevaux bleus");
        await page.FillAsync("[name='Input.Again']", "quatre chevaux bleus");
        await page.ClickAsync("form button:not([value])");
        await page.WaitForURLAsync("**/account/second-factor");
        await page.FillAsync("[name=Code]", AuthenticatorApp.CodeOf(site.Host, await page.InnerTextAsync("main code")));
        await page.ClickAsync("form:has([name=Code]) button");
        await page.WaitForSelectorAsync(".codes");
        await page.ClickAsync(".actions a.button");
        await page.WaitForURLAsync("**/workspace");
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fr", false)]
    public async Task Every_page_of_accounts_passes_axe(string language, bool phone)
    {
        var page = await site.OpenAsync(phone);
        await page.GotoAsync(site.Address("demnate", $"/{language}/sign-in"));
        await ExpectCleanAsync(page);
        await page.GotoAsync(site.Address("demnate", $"/{language}/sign-in/forgotten"));
        await ExpectCleanAsync(page);
        var person = await site.SignInAsync(page, "demnate", Role.FocalPoint);
        string[] paths =
        [
            "/account", "/account/password", "/account/passkeys", "/account/second-factor", "/account/sessions", "/account/mail", "/account/recovery-codes", "/account/confirm",
            "/workspace/team", "/workspace/team/invite", $"/workspace/team/{person.Account}",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(site.Address("demnate", $"/{language}{path}"));
            await ExpectCleanAsync(page);
        }
    }

    private static async Task ExpectCleanAsync(IPage page)
    {
        Assert.Empty(await page.ViolationsAsync());
        var wider = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        Assert.False(wider, page.Url + " is wider than the screen.");
    }

    private async Task<string> InviteAsync(string slug, string mail) => await site.Host.InCommuneAsync(slug, async services =>
    {
        var result = await services.GetRequiredService<IInvitations>().InviteAsync(new(mail, Role.FocalPoint, [], Language.French), CancellationToken.None);
        return site.Address(slug, new Uri(result.Link!).PathAndQuery);
    });
}
