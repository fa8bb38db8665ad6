using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Platform.TestKit;

/// <summary>Sends forms as a browser does: the page first, then its form with everything that is in it.</summary>
public static class FormExtensions
{
    /// <param name="form">Selects the form in the page.</param>
    /// <param name="typed">What is typed over what the form holds; null leaves a field out.</param>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, string form, params (string Name, string? Value)[] typed)
    {
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var found = html.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{path} has no form '{form}'.");
        var fields = found.QuerySelectorAll("input[name],textarea[name],select[name]").OfType<IHtmlElement>().ToDictionary(
            field => field.GetAttribute("name")!,
            string? (field) => field switch { IHtmlInputElement input => input.Value, IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value, _ => "" });
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(found.GetAttribute("action") ?? path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!))),
        };
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
