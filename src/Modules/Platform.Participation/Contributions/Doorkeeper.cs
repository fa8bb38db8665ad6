using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Platform.Participation.Contributions;

/// <summary>
/// Counts what comes from each address, for each commune apart, and forgets it after a minute. It is asked by the pages themselves, so that whoever is asked to
/// wait keeps what was written.
/// </summary>
internal sealed class Doorkeeper(IOptions<ContributionLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> sendings = Of(limits.Value.SendingsPerMinute);
    private readonly PartitionedRateLimiter<string> codes = Of(limits.Value.CodesPerMinute);

    private readonly PartitionedRateLimiter<string> looks = Of(limits.Value.LooksPerMinute);

    /// <summary>Whether ideas like what is being typed may be looked up.</summary>
    /// <param name="from">Commune and address.</param>
    public bool MayLook(string from)
    {
        using var lease = looks.AttemptAcquire(from);
        return lease.IsAcquired;
    }

    /// <param name="from">Commune and address.</param>
    public bool MaySend(string from)
    {
        using var lease = sendings.AttemptAcquire(from);
        return lease.IsAcquired;
    }

    /// <param name="from">Commune and address.</param>
    public bool MayTryCode(string from)
    {
        using var lease = codes.AttemptAcquire(from);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        sendings.Dispose();
        codes.Dispose();
        looks.Dispose();
    }

    private static PartitionedRateLimiter<string> Of(int perMinute) => PartitionedRateLimiter.Create<string, string>(
        from => RateLimitPartition.GetFixedWindowLimiter(from, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
}
