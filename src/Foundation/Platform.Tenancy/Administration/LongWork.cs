using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Tenancy.Administration;

/// <summary>
/// Work that somebody asked for on a page and that takes longer than a page may: it goes on after the answer. Nothing here is remembered when the process
/// ends; what was begun shows in the catalog and in the runs of jobs, and beginning it again goes on from there.
/// </summary>
public sealed partial class LongWork(ILogger<LongWork> log) : IHostedService, IDisposable
{
    private readonly Dictionary<string, Task> underWay = [];
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();

    public bool IsUnderWay(string name)
    {
        lock (gate)
        {
            return underWay.ContainsKey(name);
        }
    }

    /// <returns>False where the same work is under way already: a second click begins nothing.</returns>
    public bool Begin(string name, Func<CancellationToken, Task> work)
    {
        lock (gate)
        {
            if (underWay.ContainsKey(name) || stopping.IsCancellationRequested)
            {
                return false;
            }

            // It is no part of the request that began it: neither its trace nor its log scopes go along.
            using (ExecutionContext.SuppressFlow())
            {
                underWay[name] = Task.Run(() => WorkAsync(name, work));
            }

            return true;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        Task[] left;
        lock (gate)
        {
            left = [.. underWay.Values];
        }

        await Task.WhenAll(left).WaitAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    private async Task WorkAsync(string name, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            LogStopped(name);
        }
#pragma warning disable CA1031 // Nobody waits for it any more: what went wrong is kept where the page looks, and said here.
        catch (Exception error)
        {
            LogFailed(error, name);
        }
#pragma warning restore CA1031
        finally
        {
            lock (gate)
            {
                underWay.Remove(name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Work} was stopped with the process; it can be begun again")]
    private partial void LogStopped(string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed")]
    private partial void LogFailed(Exception error, string work);
}
