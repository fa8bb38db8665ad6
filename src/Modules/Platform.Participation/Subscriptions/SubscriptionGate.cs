using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Platform.Participation.Subscriptions;

/// <summary>Counts forms by connection and mails by address, for each commune apart, in memory alone and no longer than it has to. Of an address it knows the digest.</summary>
internal sealed class SubscriptionGate(IOptions<SubscriptionLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> forms = Of(limits.Value.FormsPerMinute, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> mails = Of(limits.Value.MailsPerHour, TimeSpan.FromHours(1));

    /// <param name="from">Commune and connection.</param>
    public bool MaySend(string from)
    {
        using var lease = forms.AttemptAcquire(from);
        return lease.IsAcquired;
    }

    /// <param name="to">Commune and digest of the address.</param>
    public bool MayBeMailed(string to)
    {
        using var lease = mails.AttemptAcquire(to);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        forms.Dispose();
        mails.Dispose();
    }

    private static PartitionedRateLimiter<string> Of(int most, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = most, Window = window, QueueLimit = 0 }));
}
