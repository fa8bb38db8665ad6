using System.Net;
using AngleSharp.Html.Dom;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.BadInput;

/// <summary>Every form that says which version it was filled from, found on the pages of the route table: of two people who send it, the second is told.</summary>
public sealed class TwoAtOnceTests
{
    private const string Marked = "input[type=hidden][name$='Revision'], input[type=hidden][name$='Seen']";
    private const string Typed = "textarea, input[type=text]:not([inputmode])";

    [Theory]
    [InlineData("demnate")]
    [InlineData("larache")]
    public async Task The_second_of_two_is_told_and_overwrites_nothing(string commune)
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = [commune]);
        using var first = await host.SignInAsync(commune, Role.FocalPoint);
        using var second = await host.SignInAsync(commune, Role.FocalPoint);
        var (told, silent) = (new List<string>(), new List<string>());
        foreach (var path in (await RouteTable.PathsAsync(host.Services, SiteKind.Commune)).Where(path => path.StartsWith("/fr/workspace", StringComparison.Ordinal)))
        {
            foreach (var (form, field) in await FormsAsync(first, path))
            {
                var (mine, theirs) = (await first.PageAsync(path), await second.PageAsync(path));
                using var saved = await first.SubmitAsync(mine, path, [(field, "الأولى")], form);
                if (saved.StatusCode != HttpStatusCode.Redirect)
                {
                    // It wants more than one changed text; its own tests send it whole.
                    continue;
                }

                using var late = await second.SubmitAsync(theirs, path, [(field, "الثانية")], form);
                (late.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.BadRequest ? told : silent).Add($"{path} {form}: {(int)late.StatusCode}");
            }
        }

        Assert.Empty(silent);
        Assert.True(told.Count >= 3, string.Join("; ", told));
    }

    /// <summary>Forms of a page that carry a version, each with the name of a text to change.</summary>
    private static async Task<IReadOnlyList<(string Form, string Field)>> FormsAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return [];
        }

        var page = await answer.PageAsync();
        return
        [
            .. from form in page.QuerySelectorAll("form").OfType<IHtmlFormElement>()
            let version = form.QuerySelector(Marked)?.GetAttribute("name")
            let field = form.QuerySelectorAll(Typed).Select(text => text.GetAttribute("name")).FirstOrDefault(name => name is { Length: > 0 })
            where form.Method == "post" && version is not null && field is not null
            select ($"form:has([name='{version}'])", field),
        ];
    }
}
