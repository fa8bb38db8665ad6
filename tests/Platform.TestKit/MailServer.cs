using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Platform.TestKit;

/// <summary>What the server is to do beside taking mails: see tests/mail-server/server.mjs.</summary>
public sealed record MailServerOptions
{
    public int Port { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public bool Tls { get; init; }

    public IReadOnlyList<string> Refuse { get; init; } = [];

    public IReadOnlyList<string> Busy { get; init; } = [];

    public int? DieAt { get; init; }

    public int? HangAt { get; init; }
}

/// <summary>A mail as a reader's program sees it.</summary>
public sealed record ReceivedMail(string From, string FromName, string To, string Subject, string MessageId, string Text, string Html, IReadOnlyList<(string Name, string Value)> Headers);

/// <summary>A real SMTP server in a process of its own.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private readonly Process process;
    private readonly Channel<ReceivedMail> mails = Channel.CreateUnbounded<ReceivedMail>();
    private readonly TaskCompletionSource<int> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool ended;

    private MailServer(Process process) => this.process = process;

    public int Port { get; private set; }

    public bool HasDied => process.HasExited;

    public static async Task<MailServer> StartAsync(MailServerOptions? options = null)
    {
        var folder = Path.Combine(Repository.Root, "tests", "mail-server");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("server.mjs");
        start.ArgumentList.Add(JsonSerializer.Serialize(options ?? new(), Json));
        var server = new MailServer(Process.Start(start)!);
        _ = server.ListenAsync();
        server.Port = await server.listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return server;
    }

    /// <summary>The next mail that it took.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await mails.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Every mail taken and not read yet.</summary>
    public IReadOnlyList<ReceivedMail> Taken()
    {
        var taken = new List<ReceivedMail>();
        while (mails.Reader.TryRead(out var mail))
        {
            taken.Add(mail);
        }

        return taken;
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

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonDocument.Parse(line).RootElement;
            if (said.TryGetProperty("port", out var port))
            {
                listening.TrySetResult(port.GetInt32());
            }
            else
            {
                mails.Writer.TryWrite(new(
                    said.GetProperty("from").GetProperty("address").GetString()!,
                    said.GetProperty("from").GetProperty("name").GetString()!,
                    said.GetProperty("to")[0].GetProperty("address").GetString()!,
                    said.GetProperty("subject").GetString()!,
                    said.GetProperty("messageId").GetString()!,
                    said.GetProperty("text").GetString()!,
                    said.GetProperty("html").GetString()!,
                    [.. said.GetProperty("headers").EnumerateArray().Select(header => (header[0].GetString()!, header[1].GetString()!))]));
            }
        }

        listening.TrySetException(new InvalidOperationException("The mail server ended before it listened."));
    }
}
