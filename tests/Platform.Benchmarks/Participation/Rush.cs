using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Participation.Contributions;
using Platform.TestKit;

namespace Platform.Benchmarks.Participation;

/// <summary>
/// The last minute of a consultation: what arrives, and what it does to those who read meanwhile. The server is the product's own executable in a process of
/// its own, as it is deployed; the crowd is another one.
/// </summary>
internal static partial class Rush
{
    private const int Goal = 200;
    private const double QuietGoal = 2.0;
    private const int Workers = 48;
    private const int WarmSeconds = 25;
    private const string Form = $"/ar/consultations/{OpenRound.Slug}/answer?about=project:1";
    private const string Remarks = $"/ar/consultations/{OpenRound.Slug}/remarks";

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    public static async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var port = FreePort();
        await using var host = await OpenRound.StartAsync();
        await OpenRound.AnnounceAsync(host, TimeProvider.System.GetUtcNow().UtcDateTime);
        using var server = await StartAsync(host, port);
        using var crowd = ChildProcess.Start(Crowd.Argument);
        var order = await OpenFormAsync(port);

        // The compiler improves what is called often for about half a minute: the last minute of a consultation is not the first one of a process.
        await AskAsync(crowd, order with { Workers = 8, Seconds = 10, Whole = true });
        await AskAsync(crowd, order with { Workers = Workers, Seconds = WarmSeconds });
        var quiet = await AskAsync(crowd, order with { Seconds = 5, Read = Remarks });
        var paced = await MeasuredAsync(host, server, crowd, order with { Rate = Goal, Read = Remarks });
        var most = await MeasuredAsync(host, server, crowd, order with { Workers = Workers });
        var whole = await MeasuredAsync(host, server, crowd, order with { Workers = Workers, Whole = true });
        crowd.StandardInput.Close();
        await crowd.WaitForExitAsync();
        server.Kill();
        await server.WaitForExitAsync();
        return
        [
            new(
                "contributions received in a second, each durable before its answer, as many as it takes",
                $"{most.Answer.Acknowledged} in {Machine.Round(most.Answer.Seconds, 1)} s from {Workers} browsers at once, all kept, each once; answered in {Figures(most.Answer.Sent)} ms; {Cpu(most)} µs of CPU each",
                Machine.Round(PerSecond(most.Answer), 0), "≥ 200/s", PerSecond(most.Answer) >= Goal),
            new(
                "200 arriving in a second: their answers",
                $"{paced.Answer.Acknowledged} of {paced.Answer.Acknowledged + paced.Answer.Other}, {Machine.Round(PerSecond(paced.Answer), 0)}/s; answered in {Figures(paced.Answer.Sent)} ms (median, 95 of 100, longest); {Cpu(paced)} µs of CPU each",
                Machine.Round(paced.Answer.Sent[1], 0) + " ms", "", null),
            new(
                "a public page that shows them, read meanwhile ÷ in quiet time: median",
                $"{Machine.Round(paced.Answer.Read[0])} and {Machine.Round(quiet.Read[0])} ms; 95 of 100 {Machine.Round(paced.Answer.Read[1])} and {Machine.Round(quiet.Read[1])} ms",
                Machine.Round(paced.Answer.Read[0] / quiet.Read[0]), "≤ 2.0", paced.Answer.Read[0] / quiet.Read[0] <= QuietGoal),
            new(
                "whole visits in a second: form opened, sent, receipt read",
                $"{whole.Answer.Acknowledged} in {Machine.Round(whole.Answer.Seconds, 1)} s; {Cpu(whole)} µs of CPU each",
                Machine.Round(PerSecond(whole.Answer), 0) + "/s", "", null),
        ];
    }

    /// <summary>What was acknowledged must be there, once, and nothing else.</summary>
    private static async Task<(RushAnswer Answer, TimeSpan Cpu)> MeasuredAsync(PlatformHost host, Process server, Process crowd, RushOrder order)
    {
        var before = await CountAsync(host);
        server.Refresh();
        var cpu = server.TotalProcessorTime;
        var answer = await AskAsync(crowd, order);
        server.Refresh();
        var used = server.TotalProcessorTime - cpu;
        var kept = await CountAsync(host) - before;
        return kept == answer.Acknowledged
            ? (answer, used)
            : throw new InvalidOperationException($"{answer.Acknowledged} were acknowledged and {kept} kept. {answer.Problem}");
    }

    /// <summary>The executable, once it answers.</summary>
    private static async Task<Process> StartAsync(PlatformHost host, int port)
    {
        var runtime = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());
        var server = Process.Start(new ProcessStartInfo(runtime, [Path.Combine(AppContext.BaseDirectory, "Platform.Web.dll")])
        {
            WorkingDirectory = Path.Combine(Repository.Root, "src", "Hosts", "Platform.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
                ["Data__Folder"] = host.DataFolder,
                ["Tenants__Folder"] = host.TenantsFolder,
                ["Contributions__SendingsPerMinute"] = "1000000",
                ["Contributions__LeastSeconds"] = "0",
            },
        }) ?? throw new InvalidOperationException("The product could not be started.");
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        for (var look = 0; ; look++)
        {
            try
            {
                using var browser = new Browser(port, $"{OpenRound.Commune}.localhost:{port}");
                if ((await browser.GetAsync(Form)).Status == "200")
                {
                    return server;
                }
            }
            catch (SocketException) when (look < 600)
            {
                // It does not listen yet.
            }

            if (server.HasExited || look >= 600)
            {
                throw new InvalidOperationException("The product does not answer.");
            }

            await Task.Delay(200);
        }
    }

    private static async Task<RushAnswer> AskAsync(Process crowd, RushOrder order)
    {
        await crowd.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
        var answer = JsonSerializer.Deserialize<RushAnswer>(await crowd.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The crowd has gone."))!;
        if (answer.Problem is { } problem)
        {
            Console.Error.WriteLine($"{answer.Other} × {problem}");
        }

        return answer;
    }

    private static async Task<RushOrder> OpenFormAsync(int port)
    {
        var host = $"{OpenRound.Commune}.localhost:{port}";
        using var browser = new Browser(port, host);
        var page = await browser.GetAsync(Form, encoding: "identity");
        var hidden = Hidden().Matches(page.Body).Select(match => $"{match.Groups[1].Value}={Uri.EscapeDataString(WebUtility.HtmlDecode(match.Groups[2].Value))}");
        var cookie = string.Join("; ", page.Cookies.Split("; ").Where(one => !one.StartsWith("answering", StringComparison.Ordinal)));
        return new(port, host, Form, cookie, string.Join('&', hidden.Append("Sender.ShownAs=Citizen")), "Notes.Problem", Length.TotalSeconds, 0, 0, false, null);
    }

    private static Task<int> CountAsync(PlatformHost host) => host.InCommuneAsync(
        OpenRound.Commune, services => services.GetRequiredService<CommuneContext>().Set<Remark>().CountAsync());

    private static double PerSecond(RushAnswer answer) => answer.Acknowledged / answer.Seconds;

    private static string Cpu((RushAnswer Answer, TimeSpan Cpu) measured) => Machine.Round(measured.Cpu.TotalMicroseconds / measured.Answer.Acknowledged, 0);

    private static string Figures(double[] milliseconds) => string.Join(", ", milliseconds.Select(value => Machine.Round(value, 0)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("<input[^>]*name=\"(__RequestVerificationToken|Sender\\.Since)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
