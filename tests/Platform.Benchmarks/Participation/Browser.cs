using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Benchmarks.Participation;

/// <summary>A keep-alive connection that asks as a browser does, and costs so little that hundreds of them are no load beside the server's.</summary>
internal sealed class Browser(int port, string host) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Chunked = "Transfer-Encoding: chunked"u8.ToArray();
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[1 << 15];

    public async Task<Answer> GetAsync(string path, string? cookie = null, string encoding = "br") => await AskAsync(
        $"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {encoding}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");

    public async Task<Answer> PostAsync(string path, string cookie, string body) => await AskAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"POST {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: br\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

    public void Dispose() => socket.Dispose();

    private async Task<Answer> AskAsync(string request)
    {
        if (!socket.Connected)
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var (read, head) = (0, -1);
        while (head < 0 || !IsWhole(read, head))
        {
            if (read == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            read += more > 0 ? more : throw new IOException("The server hung up.");
            head = head >= 0 ? head : buffer.AsSpan(0, read).IndexOf(EndOfHead);
        }

        return new(Encoding.Latin1.GetString(buffer, 0, head), Encoding.UTF8.GetString(buffer, head + EndOfHead.Length, read - head - EndOfHead.Length));
    }

    private bool IsWhole(int read, int head)
    {
        var heads = buffer.AsSpan(0, head);
        if (heads.IndexOf(Chunked) >= 0)
        {
            return buffer.AsSpan(0, read).EndsWith(LastChunk);
        }

        return heads.IndexOf(Length) is >= 0 and var at && Utf8Parser.TryParse(heads[(at + Length.Length)..], out int body, out _)
            ? read == head + EndOfHead.Length + body
            : throw new IOException("The answer does not say its length.");
    }
}

/// <param name="Head">Status line and headers.</param>
internal sealed record Answer(string Head, string Body)
{
    public string Status => Head.Length < 12 ? Head : Head[9..12];

    /// <summary>What the answer leaves with the browser, as it is sent back.</summary>
    public string Cookies => string.Join("; ", Head.Split("\r\n").Where(line => line.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase)).Select(line => line[12..].Split(';')[0]));
}
