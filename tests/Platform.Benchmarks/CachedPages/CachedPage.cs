using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Platform.TestKit;

namespace Platform.Benchmarks.CachedPages;

/// <summary>A page out of the output cache beside a bare endpoint of the same process that returns the same bytes.</summary>
internal static class CachedPage
{
    private const string Commune = "beni-mellal";
    private const int Connections = 4;
    private const int Rounds = 15;
    private const double Goal = 0.9;

    /// <summary>One round lasts about this long on either side.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(0.7);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var (port, barePort) = (FreePort(), FreePort());
        await using var host = await PlatformHost.StartAsync(options =>
        {
            options.Communes = [Commune];
            options.Port = port;
            options.Settings["Site:CatalogSeconds"] = "10";
        });
        using var generator = ChildProcess.Start(LoadGenerator.Argument);
        var rows = new List<Row>();
        foreach (var (path, encoding) in new[] { ("/ar", "identity"), ("/ar/action-plan", "identity"), ("/ar/action-plan", "br") })
        {
            rows.AddRange(await CompareAsync(host, generator, port, barePort, path, encoding));
        }

        generator.StandardInput.Close();
        await generator.WaitForExitAsync();
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> CompareAsync(PlatformHost host, Process generator, int port, int barePort, string path, string encoding)
    {
        using var client = host.Commune(Commune);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        await using var bare = await BareServer.StartAsync(
            barePort, body, answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentEncoding.FirstOrDefault());

        var page = new Target(generator, $"{port} {Commune}.localhost:{port} {path} {encoding}");
        var other = new Target(generator, $"{barePort} localhost:{barePort} {BareServer.Path} {encoding}");
        await WarmUp.RunAsync(async () =>
        {
            await page.WarmUpAsync();
            await other.WarmUpAsync();
        });
        var rounds = new List<(Side Page, Side Bare)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Either goes first in turn, so that neither is always the one that the other has warmed the caches for.
            if (round % 2 == 0)
            {
                var first = await page.AskAsync();
                rounds.Add((first, await other.AskAsync()));
            }
            else
            {
                var first = await other.AskAsync();
                rounds.Add((await page.AskAsync(), first));
            }
        }

        await bare.StopAsync();
        var throughput = Measured.Median(rounds.Select(round => round.Page.PerSecond / round.Bare.PerSecond));
        var cpu = Measured.Median(rounds.Select(round => round.Bare.CpuMicroseconds / round.Page.CpuMicroseconds));
        var name = $"cached `{path}`{(encoding == "br" ? " as browsers ask for it (brotli)" : "")} ÷ bare endpoint, same {body.Length / 1024.0:F0} KB";
        return
        [
            new(name + ": requests per second", $"{Middle(rounds, round => round.Page.PerSecond):F0}/s and {Middle(rounds, round => round.Bare.PerSecond):F0}/s; spread of rounds {Spread(rounds.Select(round => round.Page.PerSecond / round.Bare.PerSecond))}", Machine.Round(throughput), "≥ 0.9", throughput >= Goal),
            new(name + ": requests per CPU second of the server", $"{Middle(rounds, round => round.Page.CpuMicroseconds):F0} µs and {Middle(rounds, round => round.Bare.CpuMicroseconds):F0} µs of CPU a request", Machine.Round(cpu), "", null),
        ];
    }

    private static double Middle(List<(Side Page, Side Bare)> rounds, Func<(Side Page, Side Bare), double> figure) => Measured.Median(rounds.Select(figure));

    private static string Spread(IEnumerable<double> ratios)
    {
        var sorted = ratios.Order().ToList();
        return $"{Machine.Round(sorted[0])}–{Machine.Round(sorted[^1])}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Side(double PerSecond, double CpuMicroseconds);

    private sealed class Target(Process generator, string order)
    {
        private const int First = 2000;
        private int requests = First;

        public async Task WarmUpAsync()
        {
            var warm = await AskAsync();
            requests = Math.Max(200, (int)(warm.PerSecond * Round.TotalSeconds));
        }

        public async Task<Side> AskAsync()
        {
            var count = requests / Connections * Connections;
            var cpu = Environment.CpuUsage.TotalTime;
            await generator.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{order} {Connections} {count}"));
            var reply = await generator.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The load generator has ended.");
            var used = Environment.CpuUsage.TotalTime - cpu;
            return new(count / double.Parse(reply.Split(' ')[0], CultureInfo.InvariantCulture), used.TotalMicroseconds / count);
        }
    }
}
