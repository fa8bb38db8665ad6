using Microsoft.EntityFrameworkCore;

namespace Platform.Data.Auditing;

/// <summary>Addresses are personal data: they are kept for as long as an act may have to be looked into (<see cref="AuditOptions"/>), and no longer.</summary>
public static class AuditOrigins
{
    /// <summary>Erases the addresses of acts before this instant, with the salts of their digests. The chain holds without them.</summary>
    /// <returns>How many.</returns>
    public static Task<int> EraseAsync(DbContext db, DateTime before, CancellationToken cancellation) => db.Set<AuditEntry>()
        .Where(entry => entry.At < before && entry.Origin != null)
        .ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Origin, (string?)null).SetProperty(entry => entry.OriginSalt, (string?)null), cancellation);
}
