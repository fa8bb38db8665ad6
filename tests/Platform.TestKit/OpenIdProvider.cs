using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
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
    public static Task<OpenIdProvider> StartAsync(params string[] redirects) => StartAsync(redirects, null);

    /// <param name="redirects">The addresses that it sends people back to, and to no other; after signing out those that end in <c>/gone</c>.</param>
    /// <param name="key">The client proves itself by this key instead of by a secret.</param>
    public static async Task<OpenIdProvider> StartAsync(string[] redirects, ECDsa? key)
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
            clients = new[] { Client(redirects, key) },
        }));
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30))
            ?? throw new InvalidOperationException("The provider ended before it listened.");
        return new(process, JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32());
    }

    private static Dictionary<string, object> Client(string[] redirects, ECDsa? key)
    {
        var client = new Dictionary<string, object>
        {
            ["client_id"] = ClientId,
            ["redirect_uris"] = redirects,
            ["post_logout_redirect_uris"] = redirects.Select(each => each.Replace("/back", "/gone", StringComparison.Ordinal)),
            ["grant_types"] = new[] { "authorization_code" },
            ["response_types"] = new[] { "code" },
        };
        if (key is null)
        {
            client["client_secret"] = ClientSecret;
            return client;
        }

        var point = key.ExportParameters(includePrivateParameters: false).Q;
        client["token_endpoint_auth_method"] = "private_key_jwt";
        client["token_endpoint_auth_signing_alg"] = "ES256";
        client["jwks"] = new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "ours", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) } } };
        return client;
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

    /// <summary>Leaves the provider where our redirect leads to, and says yes to its question.</summary>
    /// <returns>Where it sends the browser then.</returns>
    public static async Task<Uri> LeaveAsync(Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        using var asked = await http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var form = (await asked.PageAsync()).QuerySelector("form")!;
        var answers = form.QuerySelectorAll("input[name]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        answers["logout"] = "yes";
        using var gone = await http.PostAsync(new Uri(address, form.GetAttribute("action")), new FormUrlEncodedContent(answers), TestContext.Current.CancellationToken);
        return gone.Headers.Location is { } next ? new(address, next) : throw new InvalidOperationException($"The provider answered {(int)gone.StatusCode}.");
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
