using System.Net;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Workspace;

public sealed class IdentityFormTests
{
    [Fact]
    public async Task A_form_that_is_sent_with_nothing_in_it_is_refused_and_shown_whole()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var focalPoint = await host.SignInAsync("demnate", Role.FocalPoint);
        var page = await focalPoint.PageAsync("/fr/workspace/identity");
        var token = page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var nothing = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };

        using var answer = await focalPoint.PostAsync(new Uri("/fr/workspace/identity", UriKind.Relative), nothing, TestContext.Current.CancellationToken);

        var again = await answer.PageAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(again.QuerySelector("#errors"));
        Assert.Equal(page.QuerySelectorAll("form[enctype] select").Length, again.QuerySelectorAll("form[enctype] select").Length);
    }
}
