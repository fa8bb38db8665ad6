using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.IntegrationTests.Isolation;
using Platform.Kernel.Communes;

namespace Platform.IntegrationTests.Operations;

/// <summary>Logs are kept, copied and read by many: with the settings that the product ships, nothing in them says who visited, or what a visitor wrote.</summary>
public sealed class LogPrivacyTests
{
    private const string Words = "zahra-0612345678";
    private const string Mail = "fatima.zahra@example.org";
    private const string Secret = "cG9zdGVkLXNlY3JldA";
    private const string ProxyAddress = "203.0.113.77";

    [Fact]
    public async Task A_walk_leaves_no_address_mail_secret_or_word_of_a_visitor()
    {
        var log = new LogMemory();
        await using var host = await PlatformHost.StartAsync(options =>
        {
            (options.Communes, options.Port) = (["demnate"], 0);
            options.Services = services => services.AddSingleton<ILoggerProvider>(log);
        });
        var address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Assert.NotEmpty(log.Lines);
        log.Lines.Clear();

        foreach (var kind in new[] { SiteKind.Commune, SiteKind.National })
        {
            using var client = ClientOf(address, kind == SiteKind.National ? "localhost" : "demnate.localhost");
            foreach (var path in await RouteTable.PathsAsync(host.Services, kind))
            {
                await TryAsync(client, HttpMethod.Get, $"{path}?q={Words}&period={Words}&mail={Mail}");
                await TryAsync(client, HttpMethod.Put, path);
            }

            await TryAsync(client, HttpMethod.Get, "/fr/invitation/" + Secret);
            await SignInAsync(client);
        }

        foreach (var forbidden in new[] { Words, "zahra", Mail, Secret, ProxyAddress, "127.0.0.1", "::1" })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(forbidden, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static HttpClient ClientOf(Uri address, string host)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Host = $"{host}:{address.Port}";
        client.DefaultRequestHeaders.Add("X-Forwarded-For", ProxyAddress);
        client.DefaultRequestHeaders.Add("User-Agent", "zahra-browser");
        return client;
    }

    private static async Task<HttpStatusCode> TryAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>With a name and a password that nobody has.</summary>
    private static async Task SignInAsync(HttpClient client)
    {
        var page = await client.PageAsync("/fr/sign-in");
        var form = page.Forms.OfType<IHtmlFormElement>().Single(form => form.QuerySelector("input[type=password]") is not null);
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is not null).ToDictionary(
            input => input.Name!, input => input.Type switch { "password" => Secret, "hidden" => input.Value, _ => Mail });
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri("/fr/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity });
    }
}
