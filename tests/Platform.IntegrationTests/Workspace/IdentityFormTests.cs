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

    [Fact]
    public async Task A_photograph_that_no_browser_made_a_png_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate"]);
        using var visitor = await WorkspaceVisitor.SignInAsync(host, "demnate");
        await visitor.OpenAsync("/fr/workspace/identity");
        var typed = new Dictionary<string, string> { ["Input.Hours.Ar"] = "من 8:30 إلى 16:30" };

        Assert.Equal(HttpStatusCode.BadRequest, await visitor.SubmitAsync("form[enctype]", typed, file: ("logo", "embleme.jpg", SampleFiles.Photo)));

        var field = visitor.Page.QuerySelector(".field:has(#logo)")!;
        Assert.Contains("PNG", field.QuerySelector("#logo-error.field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", "logo-help logo-error"), (field.QuerySelector("#logo")!.GetAttribute("aria-invalid"), field.QuerySelector("#logo")!.GetAttribute("aria-describedby")));
        Assert.Equal(typed["Input.Hours.Ar"], visitor.Page.QuerySelector("[name='Input.Hours.Ar']")!.GetAttribute("value"));

        // Where something else is wrong, no browser puts the picture back: it is asked for again.
        var wrong = new Dictionary<string, string>(typed) { ["Input.Telephone"] = "abc" };
        Assert.Equal(HttpStatusCode.BadRequest, await visitor.SubmitAsync("form[enctype]", wrong, file: ("logo", "embleme.png", SampleFiles.Png(64, 64))));
        Assert.NotNull(visitor.Page.QuerySelector("#logo-error.notice-info"));
        Assert.Null(visitor.Page.QuerySelector("#logo[aria-invalid=true]"));

        // What is saved is forgotten by the browser that kept it while it was typed.
        wrong["Input.Telephone"] = "0524 00 00 00";
        Assert.True(await visitor.SubmitAsync("form[enctype]", wrong, file: ("logo", "embleme.png", SampleFiles.Png(64, 64))) == HttpStatusCode.OK, visitor.Page.QuerySelector("#errors")?.TextContent);
        Assert.NotNull(visitor.Page.QuerySelector("[data-kept=identity]"));
        Assert.NotNull(visitor.Page.QuerySelector("form img[src^='/logo.png']"));
    }
}
