using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.TestKit;

/// <summary>Somebody who works in a commune's workspace, as a browser without scripts would: fills the forms of pages, sends them and goes where they lead.</summary>
public sealed class WorkspaceVisitor(HttpClient client) : IDisposable
{
    /// <summary>The page that was answered last.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public Uri At { get; private set; } = new("/", UriKind.Relative);

    public static async Task<WorkspaceVisitor> SignInAsync(PlatformHost host, string commune, Role role = Role.FocalPoint, params Area[] areas) =>
        new(await host.SignInAsync(commune, role, areas));

    public async Task<HttpResponseMessage> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page that must answer 200.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await GetAsync(path);
        return response.StatusCode == HttpStatusCode.OK ? Page : throw new InvalidOperationException($"{path} answered {response.StatusCode}.");
    }

    /// <summary>Sends a form of the page, as it is filled, with what is given; then goes where it leads.</summary>
    /// <param name="form">Selector of the form.</param>
    /// <param name="button">Name and value of the button that is pressed.</param>
    public async Task<HttpStatusCode> SubmitAsync(
        string form, IReadOnlyDictionary<string, string>? fields = null, (string Name, string Value)? button = null, (string Field, string Name, byte[] Content)? file = null)
    {
        using var response = await PostAsync(form, fields, button, file);
        if (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found)
        {
            using var next = await GetAsync(response.Headers.Location!.ToString().Split('#')[0]);
            return next.StatusCode;
        }

        return response.StatusCode;
    }

    /// <summary>As <see cref="SubmitAsync"/>, without going where it leads.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string form, IReadOnlyDictionary<string, string>? fields = null, (string Name, string Value)? button = null, (string Field, string Name, byte[] Content)? file = null)
    {
        var element = Page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"The page has no form '{form}'.");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(element).Where(pair => fields?.ContainsKey(pair.Name) != true).Concat(fields?.Select(pair => (pair.Key, pair.Value)) ?? []))
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        if (button is { } pressed)
        {
            content.Add(new StringContent(pressed.Value), $"\"{pressed.Name}\"");
        }

        if (file is { } upload)
        {
            content.Add(new ByteArrayContent(upload.Content), $"\"{upload.Field}\"", $"\"{upload.Name}\"");
        }

        var action = element.GetAttribute("action") is { Length: > 0 } address ? address.Split('#')[0] : At.ToString();
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, action) { Content = content });
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
            At = new Uri(response.RequestMessage!.RequestUri!.PathAndQuery, UriKind.Relative);
        }

        return response;
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => null,
            };
            if (value is not null)
            {
                yield return (field.GetAttribute("name")!, value);
            }
        }
    }
}
