namespace Platform.Kernel.Jobs;

/// <summary>
/// What a room forgets at night, on the site of the scope: a commune's, or the national one. The nightly maintenance runs it; it can be run again at any time.
/// </summary>
public interface IUpkeep
{
    Task RunAsync(CancellationToken cancellation);
}
