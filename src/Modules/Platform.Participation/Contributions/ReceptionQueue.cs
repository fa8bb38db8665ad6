using System.Collections.Concurrent;

namespace Platform.Participation.Contributions;

/// <summary>
/// Contributions to one commune are written one after the other. SQLite has one writer, and whoever waits for it there holds a thread and looks again and
/// again; here the last minute of a consultation waits in line and costs nothing.
/// </summary>
internal sealed class ReceptionQueue : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> lines = new(StringComparer.Ordinal);

    /// <summary>Waits for this commune's turn; disposing what it gives lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string commune, CancellationToken cancellation)
    {
        var line = lines.GetOrAdd(commune, _ => new(1, 1));
        await line.WaitAsync(cancellation);
        return new Turn(line);
    }

    public void Dispose()
    {
        foreach (var line in lines.Values)
        {
            line.Dispose();
        }
    }

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        public void Dispose() => line.Release();
    }
}
