using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.IntegrationTests.Identity;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;
using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Operations;

/// <summary>
/// Logs are kept, copied and read by many: with the settings that the product ships, and over the real server, nothing in them says who visited, what a
/// visitor wrote, or what opens anything.
/// </summary>
public sealed class LogPrivacyTests
{
    private const string Words = "zahra-0612345678";
    private const string Mail = "fatima.zahra@example.org";
    private const string Password = "sept mulets gris";
    private const string Token = "cG9zdGVkLXNlY3JldA";
    private const string ProxyAddress = "203.0.113.77";

    [Fact]
    public async Task A_walk_through_both_sites_leaves_no_trace_of_the_visitor()
    {
        var log = new LogMemory();
        await using var host = await StartAsync(log);
        foreach (var kind in new[] { SiteKind.Commune, SiteKind.National })
        {
            using var client = ClientOf(host, kind == SiteKind.National ? "localhost" : "demnate.localhost");
            foreach (var path in await RouteTable.PathsAsync(host.Services, kind))
            {
                await SendAsync(client, new(HttpMethod.Get, $"{path}?q={Words}&period={Words}&mail={Mail}&token={Token}"));
            }

            // Forms that were never served, JSON that is none, a key that opens nothing.
            foreach (var path in new[] { "/fr/sign-in", "/fr/sign-in/forgotten", "/fr/workspace/team/invite", "/api/v1/indicators/associations-registered/values" })
            {
                await SendAsync(client, new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("Input.Mail", Mail), new("Input.Password", Password)]) });
                await SendAsync(client, new(HttpMethod.Put, path) { Content = new StringContent("{\"note\": \"" + Words, null, "application/json") });
                await SendAsync(client, new(HttpMethod.Get, path) { Headers = { { "Authorization", "Bearer mshk_" + Token } } });
            }
        }

        ExpectSilent(log, Words, "zahra", Mail, Password, Token, ProxyAddress, "127.0.0.1", "::1");
    }

    [Fact]
    public async Task Who_signs_in_is_invited_forgets_or_makes_a_key_is_not_in_the_logs()
    {
        var log = new LogMemory();
        await using var host = await StartAsync(log, ("Logging:LogLevel:Microsoft.AspNetCore", "Information"), ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information"));
        var secrets = new List<string> { "amina.secret", "Amina Alaoui", Newcomer.Password, Password, "a wrong password", "karim.secret", "Karim Bennani", ProxyAddress, "127.0.0.1" };
        void Keep(string path) => secrets.Add(path.Split("token=")[1]);

        // From the invitation to the second factor.
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina.secret@demnate.ma", "--language", "fr");
        Keep(newcomer.Path);
        using var amina = BrowserOf(host);
        await amina.PageAsync(newcomer.Path);
        (await amina.SubmitAsync(newcomer.Path, [("Input.Name", "Amina Alaoui"), ("Input.Password", "court"), ("Input.Again", "court")])).Dispose();
        (await amina.SubmitAsync(newcomer.Path, Newcomer.Form("Amina Alaoui"))).Dispose();
        var secret = await Newcomer.SetUpAsync(host, amina);

        // A wrong and a forgotten password, a new one, and in again with a code.
        using var again = BrowserOf(host);
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina.secret@demnate.ma", "a wrong password"))).Dispose();
        (await again.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "amina.secret@demnate.ma")])).Dispose();
        var link = Newcomer.PathIn((await host.MailsAsync("demnate"))[^1].Text);
        Keep(link);
        (await again.SubmitAsync(link, [("Input.Password", Password), ("Input.Again", Password)])).Dispose();
        host.Clock.Move(TimeSpan.FromMinutes(2));
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina.secret@demnate.ma", Password))).Dispose();
        (await again.SubmitAsync("/fr/sign-in/code", [("Code", "000000")])).Dispose();
        (await again.SubmitAsync("/fr/sign-in/code", [("Code", Newcomer.CodeNow(host, secret))])).Dispose();
        await again.PageAsync("/fr/workspace");
        secrets.AddRange(again.Cookies.Values.Where(value => value.Length > 20));

        // Somebody else is invited; the address of the account changes; an access key is made, used, and used for what it may not do.
        (await again.SubmitAsync("/fr/workspace/team/invite", [("Input.Mail", "karim.secret@demnate.ma"), ("Input.Role", "TeamMember"), ("Input.Areas", "Charter")])).Dispose();
        Keep(Newcomer.PathIn((await host.MailsAsync("demnate"))[^1].Text));
        (await again.SubmitAsync("/fr/account/mail", [("Mail", "karim.secret@example.ma")])).Dispose();
        using var made = await again.SubmitAsync("/fr/workspace/access-keys", [("Input.Name", "Karim Bennani"), ("Input.Areas", "Indicators"), ("Input.ExpiresOn", "2027-01-31")], "form.form");
        var key = (await made.PageAsync()).QuerySelector("code")!.TextContent;
        secrets.Add(key);
        using var program = ClientOf(host, "demnate.localhost");
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + key);
        await SendAsync(program, new(HttpMethod.Post, "/api/v1/indicators/associations-registered/values") { Content = JsonContent.Create(new { period = "2026-Q3", value = 3, source = new { ar = "Amina Alaoui" } }) });
        await SendAsync(program, new(HttpMethod.Get, "/api/v1/indicators"));

        // What a form keeps out, and what fails in the middle, quotes nothing either.
        (await again.SubmitAsync("/fr/account", [("Input.Name", "Amina Alaoui" + new string('x', 4000)), ("Input.Language", "amina.secret")])).Dispose();
        Assert.NotEmpty(log.Lines);
        ExpectSilent(log, [.. secrets]);
    }

    /// <param name="louder">What an operator turns up who looks for a fault.</param>
    private static async Task<PlatformHost> StartAsync(LogMemory log, params (string Key, string Value)[] louder)
    {
        var host = await PlatformHost.StartAsync(options =>
        {
            (options.Communes, options.Port) = (["demnate"], 0);
            options.Services = services => services.AddSingleton<ILoggerProvider>(log);
            foreach (var (key, value) in louder)
            {
                options.Settings[key] = value;
            }
        });

        // It hears: what the start says is heard.
        Assert.NotEmpty(log.Lines);
        log.Lines.Clear();
        return host;
    }

    private static void ExpectSilent(LogMemory log, params string[] unspeakable) =>
        Assert.Empty(log.Lines.Where(line => unspeakable.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))));

    private static Uri AddressOf(PlatformHost host) => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static SignedInClient BrowserOf(PlatformHost host)
    {
        var browser = new SignedInClient(new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }), new(0, "", "", ("", "")));
        Address(host, browser, "demnate.localhost");
        return browser;
    }

    private static HttpClient ClientOf(PlatformHost host, string name)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        Address(host, client, name);
        return client;
    }

    private static void Address(PlatformHost host, HttpClient client, string name)
    {
        client.BaseAddress = AddressOf(host);
        client.DefaultRequestHeaders.Host = $"{name}:{client.BaseAddress.Port}";
        client.DefaultRequestHeaders.Add("X-Forwarded-For", ProxyAddress);
        client.DefaultRequestHeaders.Add("User-Agent", "zahra-browser");
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }
}
