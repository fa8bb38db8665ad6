using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Platform.TestKit.People;

namespace Platform.IntegrationTests.Operations;

/// <summary>The real executable as a process of its own, on the folders of a test's host: it can be killed as a power cut would.</summary>
internal sealed class ChildProduct : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>The program itself, so that the signal reaches it and no script around it.</summary>
    private static readonly string Runtime = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());

    private readonly Process process;
    private readonly int port;

    private ChildProduct(Process process, int port) => (this.process, this.port) = (process, port);

    public bool HasExited => process.HasExited;

    public static ChildProduct Start(PlatformHost host, Dictionary<string, string>? settings = null)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo(Runtime, [Path.Combine(AppContext.BaseDirectory, "Platform.Web.dll")])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Hosts", "Platform.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["Site__Scheme"] = "http",
                ["Site__Port"] = "80",
                ["Data__Folder"] = host.DataFolder,
                ["Tenants__Folder"] = host.TenantsFolder,
            },
        };
        foreach (var (key, value) in settings ?? [])
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port);
    }

    /// <summary>With nothing to do but answer, and ready to.</summary>
    public static async Task<ChildProduct> StartReadyAsync(PlatformHost host)
    {
        var child = Start(host, new() { ["Jobs__Enabled"] = "false" });
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{child.port}") };
        for (var watch = Stopwatch.StartNew(); ;)
        {
            Assert.False(child.HasExited, "It ended by itself.");
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return child;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Somebody at a commune's site.</summary>
    public SignedInClient Browser(string slug, TestPerson person)
    {
        var keeper = new CookieKeeper(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        keeper.Cookies[person.Cookie.Name] = person.Cookie.Value;
        var browser = new SignedInClient(keeper, person) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        browser.DefaultRequestHeaders.Host = $"{slug}.localhost";
        return browser;
    }

    /// <summary>SIGKILL: nothing in the process gets to know.</summary>
    public async Task KillAsync()
    {
        Assert.False(process.HasExited, "It ended by itself.");
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
