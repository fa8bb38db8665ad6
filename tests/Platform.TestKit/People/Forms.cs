using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Platform.TestKit.People;

/// <summary>Forms as a browser without scripts sends them.</summary>
public static class Forms
{
    /// <summary>
    /// Opens a page, fills its form and sends it as it stands there: hidden fields, the antiforgery token and what was filled before go along. The form is the
    /// first posted one (sign-out apart) that has all the fields named; <paramref name="form"/>, a CSS selector, says which where that is not enough. A value of
    /// null leaves a field out, as an unticked box is.
    /// </summary>
    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, IReadOnlyDictionary<string, string?> fields, string? form = null) =>
        client.SubmitAsync(path, [.. fields.Select(field => (field.Key, field.Value))], form);

    /// <summary>As above; a name may stand several times.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, IReadOnlyList<(string Name, string? Value)> fields, string? form = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(fields);
        var page = await client.PageAsync(path);
        return await client.SubmitAsync(page, path, fields, form);
    }

    /// <summary>Sends a form of a page that was got before.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, IHtmlDocument page, string path, IReadOnlyList<(string Name, string? Value)> fields, string? form = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(fields);
        var names = fields.Select(field => field.Name).Distinct().ToList();
        var filled = page.QuerySelectorAll(form ?? "form").OfType<IHtmlFormElement>()
            .FirstOrDefault(each => each.Method == "post"
                && (form is not null || (!IsSignOut(each) && names.All(name => each.Elements.Any(element => element.GetAttribute("name") == name)))))
            ?? throw new InvalidOperationException($"{path} has no form with {string.Join(", ", names)}.");
        var pairs = Standing(filled).Where(pair => !names.Contains(pair.Key))
            .Concat(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)))
            .ToList();
        var action = filled.GetAttribute("action") is { Length: > 0 } given ? given : path;
        HttpContent content = filled.Enctype == "multipart/form-data" ? Multipart(pairs) : new FormUrlEncodedContent(pairs);
        using (content)
        {
            return await client.PostAsync(new System.Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The page that an answer holds.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        ArgumentNullException.ThrowIfNull(response);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"Answered {(int)response.StatusCode}, not {(int)expected}: {html[..Math.Min(html.Length, 600)]}");
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    private static bool IsSignOut(IHtmlFormElement form) => (form.GetAttribute("action") ?? "").EndsWith("/sign-out", StringComparison.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Standing(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                    if (choice.IsChecked)
                    {
                        yield return new(name, choice.Value ?? "on");
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" or "image" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { IsMultiple: true } several:
                    foreach (var chosen in several.SelectedOptions)
                    {
                        yield return new(name, chosen.Value);
                    }

                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                default:
                    break;
            }
        }
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var content = new MultipartFormDataContent();
        foreach (var pair in pairs)
        {
            content.Add(new StringContent(pair.Value), pair.Key);
        }

        return content;
    }
}
