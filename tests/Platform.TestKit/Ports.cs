using System.Net;
using System.Net.Sockets;

namespace Platform.TestKit;

/// <summary>
/// Ports for servers that are started later, or started again. They lie below those that a system gives to connections that go out: of those, any that was free
/// a moment ago can be some client's by then.
/// </summary>
public static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Test processes that run side by side begin at different ones.
    private static int next = Environment.ProcessId * 251 % Count;

    public static int Free()
    {
        for (var tried = 0; tried < Count; tried++)
        {
            var port = First + (Interlocked.Increment(ref next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}
