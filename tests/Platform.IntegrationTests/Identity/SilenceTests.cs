using System.Net;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>What must not be heard: a token of one site on another.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task An_antiforgery_token_of_one_commune_is_refused_by_another()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var demnate = host.Browser("demnate.localhost");
        using var larache = host.Browser("larache.localhost");
        var form = await demnate.PageAsync("/fr/sign-in");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");

        // Both the form's token and the cookie of the other commune, as a page of it could send them.
        foreach (var cookie in demnate.Cookies)
        {
            larache.Cookies[cookie.Key] = cookie.Value;
        }

        using var content = new FormUrlEncodedContent([new("Input.Mail", "a@b.ma"), new("Input.Password", "x"), new("__RequestVerificationToken", token)]);
        using var answer = await larache.PostAsync(new Uri("/fr/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("error-summary", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var own = await demnate.SubmitAsync(form, "/fr/sign-in", [("Input.Mail", "a@b.ma"), ("Input.Password", "x")]);
        Assert.Contains("error-summary", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
