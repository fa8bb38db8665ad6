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
            "/account", "/account/password", "/account/passkeys", "/account/second-factor", "/account/sessions", "/account/mail", "/account/recovery-codes", "/account/confirm", "/account/delete",
            "/workspace/team", "/workspace/team/invite", $"/workspace/team/{person.Account}",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(site.Address("demnate", $"/{language}{path}"));
            await ExpectCleanAsync(page);
        }
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("fr", false)]
    public async Task What_is_refused_answered_or_gone_passes_axe_too(string language, bool phone)
    {
        var page = await site.OpenAsync(phone);
        string At(string path) => site.Address("larache", $"/{language}{path}");

        // Larache has a provider beside passwords (see Site).
        await page.GotoAsync(At("/sign-in?problem=unknown"));
        Assert.NotNull(await page.QuerySelectorAsync(".providers a"));
        await ExpectCleanAsync(page);
        await ExpectRefusedAsync(page, At("/sign-in"));
        await ExpectRefusedAsync(page, At("/sign-in/forgotten"));
        await page.FillAsync("[name=Mail]", "nobody@example.ma");
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync(".notice-success");
        await ExpectCleanAsync(page);
        foreach (var gone in new[] { "/invitation?token=gone", "/sign-in/new-password?token=gone" })
        {
            await page.GotoAsync(At(gone));
            await ExpectCleanAsync(page);
        }

        // Invited, with mistakes on the way to the second factor.
        var mail = $"states-{language}@larache.ma";
        var invitation = (await InviteAsync("larache", mail)).Replace("/fr/", $"/{language}/", StringComparison.Ordinal);
        await ExpectRefusedAsync(page, invitation);
        await page.FillAsync("[name='Input.Name']", "Karim");
        await page.FillAsync("[name='Input.Password']", "quatre chevaux bleus");
        await page.FillAsync("[name='Input.Again']", "quatre chevaux bleus");
        await page.ClickAsync("main form button:not([value])");
        await page.WaitForURLAsync("**/account/second-factor");
        await ExpectRefusedAsync(page, null);
        await page.FillAsync("[name=Code]", AuthenticatorApp.CodeOf(site.Host, await page.InnerTextAsync("main code")));
        await page.ClickAsync("form:has([name=Code]) button");
        await page.WaitForSelectorAsync(".codes");
        var recovery = await page.InnerTextAsync(".codes code");
        await page.ClickAsync(".actions a.button");
        await page.WaitForURLAsync("**/workspace");

        // Out and in again, with a wrong code before the right one; then what one's own account refuses.
        await page.ClickAsync("form[action$='/sign-out'] button");
        await page.WaitForURLAsync("**/sign-in");
        await page.FillAsync("[name='Input.Mail']", mail);
        await page.FillAsync("[name='Input.Password']", "quatre chevaux bleus");
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/sign-in/code*");
        await ExpectCleanAsync(page);
        await ExpectRefusedAsync(page, null);
        await page.FillAsync("[name=Code]", recovery);
        await page.ClickAsync("form:has([name=Code]) button");
        await page.WaitForURLAsync("**/workspace");
        foreach (var path in new[] { "/account", "/account/password", "/account/mail", "/account/confirm" })
        {
            await ExpectRefusedAsync(page, At(path));
        }
    }

    /// <summary>Sends the first form of a page with nothing in it, past the browser's own checks.</summary>
    /// <param name="address">None: the page that is open.</param>
    private static async Task ExpectRefusedAsync(IPage page, string? address)
    {
        if (address is not null)
        {
            await page.GotoAsync(address);
        }

        await page.EvalOnSelectorAsync("main form:has(input:not([type=hidden]))", "form => { form.noValidate = true; form.querySelectorAll('input:not([type=hidden])').forEach(input => input.value = ''); }");
        await page.ClickAsync("main form:has(input:not([type=hidden])) button:not([value])");
        await page.WaitForSelectorAsync(".error-summary");
        await ExpectCleanAsync(page);
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
