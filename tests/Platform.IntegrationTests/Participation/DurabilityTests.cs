using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Platform.Participation.Contributions;
using Platform.TestKit.People;
using static Platform.IntegrationTests.Participation.AnswerRound;

namespace Platform.IntegrationTests.Participation;

/// <summary>What was acknowledged is there, once: under a rush, and when the process is killed in the middle of it.</summary>
public sealed class DurabilityTests
{
    private const string Path = $"{Answer}?about=project:68";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly string Runtime = System.IO.Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_at_once_are_two_hundred()
    {
        await using var host = await StartAsync(options => options.Settings["Contributions:SendingsPerMinute"] = "1000");
        await AnnounceAsync(host);
        var browsers = Enumerable.Range(0, 200).Select(_ => Visitor(host)).ToList();
        var forms = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        foreach (var browser in browsers)
        {
            forms.Add(await browser.PageAsync(Path));
        }

        var answers = await Task.WhenAll(browsers.Select((browser, i) => browser.SubmitAsync(forms[i], Path, [("Notes.Problem", $"ملاحظة {i}")])));

        Assert.All(answers, answer => Assert.Equal("/fr/contributions/receipt", answer.Headers.Location?.OriginalString));
        var texts = (await ContributionsAsync(host)).Select(one => Assert.Single(one.Remarks).Text).ToList();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"ملاحظة {i}").Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
        foreach (var browser in browsers)
        {
            browser.Dispose();
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_nothing_acknowledged_is_lost_and_no_retry_is_doubled()
    {
        await using var host = await StartAsync();
        await AnnounceAsync(host, opensAt: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1), closesAt: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1));
        var port = Ports.Free();
        var acknowledged = new ConcurrentBag<string>();
        var sent = new ConcurrentBag<(SignedInClient Browser, AngleSharp.Html.Dom.IHtmlDocument Form, string Text)>();
        using (var first = Start(host, port))
        {
            var browsers = await BrowsersAsync(first, port, 8);
            var senders = browsers.Select(async (browser, i) =>
            {
                var form = await browser.PageAsync(Path);
                for (var n = 0; ; n++)
                {
                    var text = $"{i}-{n}";
                    sent.Add((browser, form, text));
                    try
                    {
                        using var answer = await browser.SubmitAsync(form, Path, [("Notes.Problem", text)]);
                        if (answer.StatusCode != HttpStatusCode.Redirect)
                        {
                            return;
                        }

                        acknowledged.Add(text);
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
                }
            }).ToList();
            await UntilAsync(first, () => Task.FromResult(acknowledged.Count >= 60));
            first.Kill();
            await first.WaitForExitAsync(Stop);
            await Task.WhenAll(senders);
        }

        var kept = await TextsAsync(host);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());

        // Every browser sends everything again to the next process, as one does when no answer came.
        using var second = Start(host, port);
        (await BrowsersAsync(second, port, 1)).ForEach(browser => browser.Dispose());
        foreach (var (browser, form, text) in sent)
        {
            using var answer = await browser.SubmitAsync(form, Path, [("Notes.Problem", text)]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        second.Kill();
        await second.WaitForExitAsync(Stop);
        Assert.Equal(sent.Select(one => one.Text).Order(StringComparer.Ordinal), (await TextsAsync(host)).Order(StringComparer.Ordinal));
        foreach (var browser in sent.Select(one => one.Browser).Distinct())
        {
            browser.Dispose();
        }
    }

    private static Task<List<string>> TextsAsync(PlatformHost host) =>
        InAsync(host, db => db.Set<Remark>().Select(remark => remark.Text!).ToListAsync(Stop));

    /// <summary>Waits until the process answers, and opens browsers on it.</summary>
    private static async Task<List<SignedInClient>> BrowsersAsync(Process process, int port, int count)
    {
        var browsers = Enumerable.Range(0, count).Select(_ =>
        {
            var browser = new SignedInClient(
                new CookieKeeper(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }), new TestPerson(0, "", "", ("", "")))
            {
                BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            };
            browser.DefaultRequestHeaders.Host = $"{Commune}.localhost:{port}";
            return browser;
        }).ToList();
        await UntilAsync(process, async () =>
        {
            try
            {
                return await browsers[0].StatusAsync(Path) == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return browsers;
    }

    private static Process Start(PlatformHost host, int port)
    {
        var process = Process.Start(new ProcessStartInfo(Runtime, [System.IO.Path.Combine(AppContext.BaseDirectory, "Platform.Web.dll")])
        {
            WorkingDirectory = System.IO.Path.Combine(Repository.Root, "src", "Hosts", "Platform.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["Data__Folder"] = host.DataFolder,
                ["Tenants__Folder"] = host.TenantsFolder,
                ["Jobs__Enabled"] = "false",
                ["Contributions__SendingsPerMinute"] = "100000",
                ["Contributions__LeastSeconds"] = "0",
            },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task UntilAsync(Process process, Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.False(process.HasExited, "It ended by itself.");
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            await Task.Delay(20, Stop);
        }
    }
}
