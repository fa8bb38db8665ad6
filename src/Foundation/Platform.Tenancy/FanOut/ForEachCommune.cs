using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Platform.Kernel.Communes;

namespace Platform.Tenancy.FanOut;

/// <summary>How one commune fared.</summary>
public sealed record CommuneOutcome(Commune Commune, TimeSpan Took, Exception? Error);

/// <summary>How wide and how long.</summary>
/// <param name="Parallelism">How many communes at once.</param>
/// <param name="Timeout">How long one commune may take.</param>
public sealed record FanOutLimits(int Parallelism, TimeSpan Timeout)
{
    public static FanOutLimits Default { get; } = new(Math.Clamp(Environment.ProcessorCount, 2, 8), TimeSpan.FromMinutes(5));
}

/// <summary>Runs work for many communes: each in its own scope and with its own time limit; the failure of one never stops another.</summary>
public sealed partial class ForEachCommune(CommuneScopes scopes, ILogger<ForEachCommune> log)
{
    public static ActivitySource Activities { get; } = new("Platform.Communes");

    /// <param name="work">Gets the commune's own services.</param>
    /// <param name="report">Called after each commune, one call at a time.</param>
    /// <returns>What became of each commune, by slug.</returns>
    public async Task<IReadOnlyList<CommuneOutcome>> RunAsync(
        string name,
        IEnumerable<Commune> communes,
        Func<IServiceProvider, CancellationToken, Task> work,
        FanOutLimits limits,
        Action<CommuneOutcome>? report,
        CancellationToken cancellation)
    {
        var outcomes = new ConcurrentBag<CommuneOutcome>();
        var reporting = new Lock();
        await Parallel.ForEachAsync(
            communes,
            new ParallelOptions { MaxDegreeOfParallelism = limits.Parallelism, CancellationToken = cancellation },
            async (commune, stop) =>
            {
                var outcome = await RunOneAsync(name, commune, work, limits.Timeout, stop);
                outcomes.Add(outcome);
                lock (reporting)
                {
                    report?.Invoke(outcome);
                }
            });
        return [.. outcomes.OrderBy(outcome => outcome.Commune.Slug, StringComparer.Ordinal)];
    }

    private async Task<CommuneOutcome> RunOneAsync(
        string name, Commune commune, Func<IServiceProvider, CancellationToken, Task> work, TimeSpan timeout, CancellationToken cancellation)
    {
        using var activity = Activities.StartActivity(name);
        activity?.SetTag("commune", commune.Slug);
        using var scopeOfLog = log.BeginScope(new Dictionary<string, object> { ["commune"] = commune.Slug });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        var watch = Stopwatch.StartNew();
        try
        {
            await using var scope = scopes.Create(commune);
            await work(scope.ServiceProvider, limit.Token);
            return new(commune, watch.Elapsed, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogTimedOut(name, timeout);
            activity?.SetStatus(ActivityStatusCode.Error);
            return new(commune, watch.Elapsed, new TimeoutException($"It took longer than {timeout}."));
        }
#pragma warning disable CA1031 // Whatever goes wrong in one commune, the others go on; the error is reported with its commune.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(error, name);
            activity?.SetStatus(ActivityStatusCode.Error);
            return new(commune, watch.Elapsed, error);
        }
#pragma warning restore CA1031
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed for this commune")]
    private partial void LogFailed(Exception error, string work);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} took longer than {Limit} for this commune and was stopped")]
    private partial void LogTimedOut(string work, TimeSpan limit);
}
