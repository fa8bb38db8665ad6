using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestKit.People;
using Xunit;

namespace Platform.TestKit;

/// <summary>Somebody whom the provider knows.</summary>
/// <param name="Subject">Its name for them.</param>
/// <param name="Amr">How they proved themselves there, in the provider's words.</param>
public sealed record ProviderPerson(string Subject, string? Mail = null, bool Verified = true, string? Name = null, string[]? Groups = null, string[]? Amr = null, string? Acr = null);

/// <summary>A certified OpenID Connect provider (npm <c>oidc-provider</c>) in a process of its own: see tests/openid-provider/server.mjs.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "musharaka";
    public const string ClientSecret = "not known to any browser";

    private readonly Process process;

    private bool ended;

    private OpenIdProvider(Process process, int port) => (this.process, Authority) = (process, $"http://127.0.0.1:{port}");

    public string Authority { get; }

    /// <param name="redirects">The addresses that it sends people back to, and to no other.</param>
    public static async Task<OpenIdProvider> StartAsync(params string[] redirects)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "openid-provider"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("server.mjs");
        start.ArgumentList.Add(JsonSerializer.Serialize(new
        {
            clients = new[]
            {
                new { client_id = ClientId, client_secret = ClientSecret, redirect_uris = redirects, grant_types = new[] { "authorization_code" }, response_types = new[] { "code" } },
            },
        }));
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))
            ?? throw new InvalidOperationException("The provider ended before it listened.");
        return new(process, JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32());
    }

    /// <summary>Whoever signs in next at the provider is this person.</summary>
    public async Task LetInAsync(ProviderPerson person)
    {
        using var http = new HttpClient();
        var claims = new { email = person.Mail, email_verified = person.Verified, name = person.Name, groups = person.Groups ?? [] };
        using var answer = await http.PostAsJsonAsync(
            new Uri(Authority + "/person"), new { sub = person.Subject, claims, amr = person.Amr, acr = person.Acr }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Follows a browser from our redirect through the provider, with cookies of its own there.</summary>
    /// <returns>Where the provider sends it back to.</returns>
    public async Task<Uri> PassAsync(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        while (address.OriginalString.StartsWith(Authority, StringComparison.Ordinal))
        {
            using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
            address = answer.Headers.Location is { } next
                ? new Uri(address, next)
                : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        }

        return address;
    }

    /// <summary>The whole way: from the sign-in page of a site through the provider and back.</summary>
    /// <returns>Our answer to the visitor who is back.</returns>
    public async Task<HttpResponseMessage> BringAsync(SignedInClient browser, string path)
    {
        ArgumentNullException.ThrowIfNull(browser);
        using var left = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        var back = await PassAsync(left.Headers.Location!);
        return await browser.GetAsync(new Uri(back.PathAndQuery, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
