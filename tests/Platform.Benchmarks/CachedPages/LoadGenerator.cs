using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Benchmarks.CachedPages;

/// <summary>
/// Asks for a page over and over on keep-alive connections. A process of its own, with raw sockets: what it costs is not counted as the server's.
/// Reads one order a line, <c>port host path encoding connections requests</c>, and answers with seconds and bytes.
/// </summary>
internal static class LoadGenerator
{
    public const string Argument = "load";

    private static readonly byte[] Chunked = "Transfer-Encoding: chunked"u8.ToArray();
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    public static async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { Length: > 0 } order)
        {
            var parts = order.Split(' ');
            var connections = int.Parse(parts[4], CultureInfo.InvariantCulture);
            var requests = int.Parse(parts[5], CultureInfo.InvariantCulture) / connections;
            var request = Encoding.ASCII.GetBytes($"GET {parts[2]} HTTP/1.1\r\nHost: {parts[1]}\r\nAccept-Encoding: {parts[3]}\r\n\r\n");
            var end = new IPEndPoint(IPAddress.Loopback, int.Parse(parts[0], CultureInfo.InvariantCulture));
            var watch = Stopwatch.StartNew();
            var bytes = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ =>
                Task.Factory.StartNew(() => Ask(end, request, requests), TaskCreationOptions.LongRunning)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds} {bytes.Sum()}"));
        }
    }

    private static long Ask(IPEndPoint end, byte[] request, int requests)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.ReceiveTimeout = 20_000;
        socket.Connect(end);
        var buffer = new byte[1 << 20];
        var bytes = 0L;
        for (var i = 0; i < requests; i++)
        {
            socket.Send(request);
            bytes += ReadAnswer(socket, buffer);
        }

        return bytes;
    }

    private static int ReadAnswer(Socket socket, byte[] buffer)
    {
        var read = 0;
        int? expected = null;
        var chunked = false;
        while (true)
        {
            var more = socket.Receive(buffer, read, buffer.Length - read, SocketFlags.None);
            read += more > 0 ? more : throw new IOException("The server hung up.");
            var answer = buffer.AsSpan(0, read);
            if (expected is null && !chunked && answer.IndexOf(EndOfHead) is >= 0 and var head)
            {
                if (!answer.StartsWith("HTTP/1.1 200"u8))
                {
                    throw new IOException(Encoding.ASCII.GetString(answer[..Math.Min(60, read)]));
                }

                var heads = answer[..head];
                chunked = heads.IndexOf(Chunked) >= 0;
                if (!chunked)
                {
                    if (!Utf8Parser.TryParse(heads[(heads.IndexOf(Length) + Length.Length)..], out int body, out _))
                    {
                        throw new IOException("The answer does not say its length.");
                    }

                    expected = head + EndOfHead.Length + body;
                }
            }

            if (read == expected || (chunked && answer.EndsWith(LastChunk)))
            {
                return read;
            }
        }
    }
}
