using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Platform.TestKit;

/// <summary>
/// Microsoft's emulator of Azure Blob Storage on a loopback port, started by the first test that asks for it. A test project shares it with
/// <c>[assembly: AssemblyFixture(typeof(Azurite))]</c>. It can be stopped and started again, with what it holds.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    /// <summary>Published by Microsoft for emulators: a key to nothing else.</summary>
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly string folder = Directory.CreateTempSubdirectory("azurite-").FullName;
    private readonly int port = Ports.Free();
    private Process? process;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={Key};BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task StartAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (process is null)
            {
                process = Process.Start(new ProcessStartInfo("node")
                {
                    WorkingDirectory = Path.Combine(Repository.Root, "tests", "azurite"),
                    ArgumentList =
                    {
                        "node_modules/azurite/dist/src/blob/main.js", "--skipApiVersionCheck", "--silent", "--disableTelemetry",
                        "--blobHost", "127.0.0.1", "--blobPort", $"{port}", "--location", folder,
                    },
                }) ?? throw new InvalidOperationException("node did not start.");
                await ListeningAsync();
            }
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>The service dies, as services do.</summary>
    public async Task StopAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        starting.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ListeningAsync()
    {
        var given = Stopwatch.StartNew();
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (given.Elapsed < TimeSpan.FromSeconds(60) && !process!.HasExited)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
