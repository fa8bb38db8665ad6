using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Identity;

/// <summary>What must not be heard: personal data in logs, a token of one site on another.</summary>
public sealed class SilenceTests
{
    [Fact]
    public async Task Nothing_personal_and_no_secret_reaches_the_logs()
    {
        var heard = new Listener();
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = ["demnate"];
            options.Services = services => services.AddLogging(logging => logging.AddProvider(heard).SetMinimumLevel(LogLevel.Information));
        });
        var newcomer = await Newcomer.InviteAsync(host, "demnate", "amina.secret@demnate.ma", "--language", "fr");
        using var browser = host.Browser("demnate.localhost");
        (await browser.SubmitAsync(newcomer.Path, Newcomer.Form("Amina Alaoui"))).Dispose();
        var secret = await Newcomer.SetUpAsync(host, browser);
        using var again = host.Browser("demnate.localhost");
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina.secret@demnate.ma", "a wrong password"))).Dispose();
        (await again.SubmitAsync("/fr/sign-in/forgotten", [("Mail", "amina.secret@demnate.ma")])).Dispose();
        host.Clock.Move(TimeSpan.FromMinutes(2));
        (await again.SubmitAsync("/fr/sign-in", Newcomer.Credentials("amina.secret@demnate.ma"))).Dispose();
        var code = Newcomer.CodeNow(host, secret);
        (await again.SubmitAsync("/fr/sign-in/code", [("Code", code)])).Dispose();

        Assert.NotEmpty(heard.Lines);
        string[] unspeakable = ["amina.secret", "Amina Alaoui", Newcomer.Password, "a wrong password", newcomer.Path.Split('=')[^1]];
        Assert.Empty(heard.Lines.Where(line => unspeakable.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task An_antiforgery_token_of_one_commune_is_refused_by_another()
    {
        await using var host = await PlatformHost.StartAsync(options => options.Communes = ["demnate", "larache"]);
        using var demnate = host.Browser("demnate.localhost");
        using var larache = host.Browser("larache.localhost");
        var form = await demnate.PageAsync("/fr/sign-in");
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");

        // Both the form's token and the cookie of the other commune, as a page of it could send them.
        foreach (var cookie in demnate.Cookies)
        {
            larache.Cookies[cookie.Key] = cookie.Value;
        }

        using var content = new FormUrlEncodedContent([new("Input.Mail", "a@b.ma"), new("Input.Password", "x"), new("__RequestVerificationToken", token)]);
        using var answer = await larache.PostAsync(new Uri("/fr/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("error-summary", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var own = await demnate.SubmitAsync(form, "/fr/sign-in", [("Input.Mail", "a@b.ma"), ("Input.Password", "x")]);
        Assert.Contains("error-summary", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing to give back.
        }
    }
}
