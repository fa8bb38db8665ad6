using Platform.Kernel.People;
using Platform.TestKit.People;

namespace Platform.BrowserTests;

/// <summary>The real product on a loopback port, with the snapshots of a month, and Debian's Chromium to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    /// <summary>The one without a window first: a page takes half the time.</summary>
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The month that was counted: the last one that is over on the test's clock.</summary>
    public const string Month = "2026-10";

    private PlatformHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public PlatformHost Host => host!;

    public int Port { get; } = Ports.Free();

    public async ValueTask InitializeAsync()
    {
        var chromium = Chromiums.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium was not found; `bash tests/run` installs it on Debian: apt-get install chromium.");
        host = await PlatformHost.StartAsync(options =>
        {
            options.Port = Port;

            // Larache has a provider beside passwords; nobody goes there, so nobody has to answer.
            foreach (var (key, value) in new[] { ("Authority", "https://sign-in.example.ma"), ("ClientId", "musharaka"), ("Name:ar", "الهوية الرقمية"), ("Name:fr", "Identité numérique") })
            {
                options.Settings["SignIn:Communes:larache:identity:" + key] = value;
            }
        });
        await host.RunJobAsync("monthly-snapshot", Month);
        await host.RunJobAsync("national-intake", "2026-11-01");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>The address of a page; <paramref name="site"/> is a commune's slug, or nothing for the national site.</summary>
    public string Address(string? site, string path) => AddressAt(Port, site, path);

    internal static string AddressAt(int port, string? site, string path) => $"http://{(site is null ? "" : site + ".")}localhost:{port}{path}";

    /// <summary>A phone of 360 pixels or a desktop of 1280; it fails the test when the page logs an error or asks a foreign host.</summary>
    public async Task<IPage> OpenAsync(bool phone = false, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 900 },
            JavaScriptEnabled = scripts,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>Signs a new member of a commune, or of the national staff, in to the browser of this page; with a second factor.</summary>
    public async Task<TestPerson> SignInAsync(IPage page, string? site, Role role, params Area[] areas)
    {
        var person = await Host.AddPersonAsync(site, role, areas);
        await page.Context.AddCookiesAsync([new() { Name = person.Cookie.Name, Value = person.Cookie.Value, Url = Address(site, "/") }]);
        return person;
    }
}
