using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.BadInput;

/// <summary>
/// Every form that says which version it was filled from, found on the pages of the route table: of two people who send it, the second is told, and of every field that
/// would be overwritten.
/// </summary>
public sealed partial class TwoAtOnceTests
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
        var (told, silent, compared) = (new List<string>(), new List<string>(), 0);
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
                if (late.StatusCode != HttpStatusCode.Conflict)
                {
                    continue;
                }

                // What the first one changed is told; with another field changed, that one too.
                var alone = await ToldAsync(second, theirs, path, form, []);
                foreach (var (name, change) in Changes(theirs.QuerySelector<IHtmlFormElement>(form)!, field))
                {
                    var with = await ToldAsync(second, theirs, path, form, change);
                    compared += with is null ? 0 : 1;
                    if (with is not null && with == alone)
                    {
                        silent.Add($"{path} {form}: {name} would be overwritten without a word");
                    }
                }
            }
        }

        Assert.True(silent.Count == 0, string.Join("\n", silent));
        Assert.True(told.Count >= 3, string.Join("; ", told));
        Assert.True(compared >= 20, $"{compared} fields were compared.");
    }

    /// <summary>Sends a form that is out of date.</summary>
    /// <returns>What both wrote, as it is compared; none where the form was refused for another reason.</returns>
    private static async Task<string?> ToldAsync(HttpClient browser, IHtmlDocument page, string path, string form, IReadOnlyList<(string Name, string? Value)> change)
    {
        using var answer = await browser.SubmitAsync(page, path, change, form);
        return answer.StatusCode == HttpStatusCode.Conflict ? (await answer.PageAsync(HttpStatusCode.Conflict)).QuerySelector("#conflict")!.TextContent : null;
    }

    /// <summary>For every other field something else than what it holds; of a list its first row, of languages the first.</summary>
    private static IEnumerable<(string Name, (string Name, string? Value)[] Change)> Changes(IHtmlFormElement form, string but)
    {
        foreach (var element in form.Elements.Where(one => one.GetAttribute("name") is { Length: > 0 })
            .DistinctBy(one => LastPart().Replace(Index().Replace(one.GetAttribute("name")!, "[]"), "")))
        {
            var name = element.GetAttribute("name")!;
            var (changes, value) = element switch
            {
                IHtmlInputElement { Type: "checkbox" } tick => (true, tick.IsChecked ? null : "true"),
                IHtmlInputElement { Type: "radio" } => Other(form.QuerySelectorAll($"input[type=radio][name='{name}']").OfType<IHtmlInputElement>().Where(one => !one.IsChecked).Select(one => one.Value)),
                IHtmlSelectElement list => Other(list.Options.Where(option => !option.IsSelected).Select(option => option.Value)),
                IHtmlInputElement { Type: "date" } day => (true, day.Value == "2026-11-20" ? "2026-11-21" : "2026-11-20"),
                IHtmlInputElement { Type: "text" } text when text.HasAttribute("inputmode") => (true, text.Value == "7" ? "8" : "7"),
                IHtmlInputElement { Type: "text" } or IHtmlTextAreaElement => (true, "شيء آخر"),
                _ => (false, null),
            };
            if (changes && name != "Arrange" && LastPart().Replace(name, "") != LastPart().Replace(but, ""))
            {
                yield return (name, [(name, value)]);
            }
        }

        static (bool Changes, string? Value) Other(IEnumerable<string?> values) => values.LastOrDefault() is { } value ? (true, value) : (false, null);
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();

    /// <summary>The language of a text that is written in several.</summary>
    [GeneratedRegex(@"\.(Ar|Fr|Zgh)$")]
    private static partial Regex LastPart();

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
