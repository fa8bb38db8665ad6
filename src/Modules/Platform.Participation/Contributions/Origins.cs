using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel.Jobs;
using Platform.Kernel.Time;

namespace Platform.Participation.Contributions;

/// <summary>
/// Tells which contributions of one day came from the same address, so that a burst of junk can be sifted at once, and nothing else: the key is made by chance
/// each day, is in memory alone and forgotten with it. Nobody, with the database in hand either, can say which address it was, nor follow it into the next day.
/// </summary>
internal sealed class Origins(TimeProvider time)
{
    /// <summary>Of a digest, in hexadecimal.</summary>
    public const int Length = 16;

    private readonly Lock gate = new();
    private (DateOnly Day, byte[] Secret) key;

    /// <param name="from">Commune and address.</param>
    public string Of(string from) => Convert.ToHexStringLower(HMACSHA256.HashData(KeyOf(time.TodayInMorocco()), Encoding.UTF8.GetBytes(from)))[..Length];

    private byte[] KeyOf(DateOnly day)
    {
        lock (gate)
        {
            if (key.Secret is null || key.Day != day)
            {
                key = (day, RandomNumberGenerator.GetBytes(32));
            }

            return key.Secret;
        }
    }
}

/// <summary>Junk is sifted within days: after that nothing tells any more what came together.</summary>
internal sealed class OriginUpkeep(CommuneContext db, TimeProvider time) : ICommuneUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public Task RunAsync(CancellationToken cancellation)
    {
        var old = time.UtcNow() - Kept;
        return db.Set<Contribution>().Where(contribution => contribution.Origin != null && contribution.ReceivedAt < old)
            .ExecuteUpdateAsync(set => set.SetProperty(contribution => contribution.Origin, (string?)null), cancellation);
    }
}
