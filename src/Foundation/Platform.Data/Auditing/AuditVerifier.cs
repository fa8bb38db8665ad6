using Microsoft.EntityFrameworkCore;

namespace Platform.Data.Auditing;

/// <summary>How the chain is broken.</summary>
public enum AuditBreak
{
    /// <summary>The entry does not say what it said when it was written.</summary>
    Changed,

    /// <summary>An entry that was here is gone, or the one before it is another.</summary>
    Missing,

    /// <summary>Entries at the end are gone, or the head is.</summary>
    CutOff,

    /// <summary>An entry that never got a place in the chain.</summary>
    SlippedIn,

    /// <summary>The address is not the one that was written.</summary>
    OriginChanged,
}

/// <summary>What the verification of a database's trail found.</summary>
/// <param name="Entries">How many entries hold together from the first one.</param>
/// <param name="Digest">Where they end: written down elsewhere, it proves later that the whole chain was not written anew.</param>
/// <param name="At">Place in the chain of the first broken entry.</param>
public sealed record AuditVerification(long Entries, string Digest, AuditBreak? Break, long? At, long? Id)
{
    public bool Holds => Break is null;
}

/// <summary>Reads a trail from its first entry to its head and recomputes every digest.</summary>
public static class AuditVerifier
{
    private const int BatchSize = 1000;

    public static async Task<AuditVerification> VerifyAsync(DbContext db, CancellationToken cancellation)
    {
        // Read first: what others append meanwhile is not looked at.
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        var (sequence, digest) = (0L, AuditDigest.None);
        if (head is null)
        {
            return new(0, digest, AuditBreak.CutOff, null, null);
        }

        while (sequence < head.Sequence)
        {
            var batch = await db.Set<AuditEntry>().AsNoTracking()
                .Where(entry => entry.Sequence > sequence && entry.Sequence <= head.Sequence)
                .OrderBy(entry => entry.Sequence)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            foreach (var entry in batch)
            {
                if (BreakOf(entry, sequence + 1, digest) is { } found)
                {
                    return new(sequence, digest, found, sequence + 1, entry.Id);
                }

                (sequence, digest) = (sequence + 1, entry.Digest!);
            }

            if (batch.Count == 0)
            {
                return new(sequence, digest, AuditBreak.CutOff, sequence + 1, null);
            }
        }

        if (digest != head.Digest)
        {
            return new(sequence, digest, AuditBreak.CutOff, sequence, null);
        }

        // Before the first act of this version old entries have no place yet; afterwards every entry has one.
        var stray = head.Sequence == 0
            ? null
            : await db.Set<AuditEntry>().AsNoTracking()
                .Where(entry => entry.Sequence == null || entry.Sequence < 1)
                .OrderBy(entry => entry.Id)
                .Select(entry => (long?)entry.Id)
                .FirstOrDefaultAsync(cancellation);
        return new(sequence, digest, stray is null ? null : AuditBreak.SlippedIn, null, stray);
    }

    private static AuditBreak? BreakOf(AuditEntry entry, long sequence, string previous) => entry switch
    {
        _ when entry.Sequence != sequence => AuditBreak.Missing,
        _ when AuditDigest.Of(entry) != entry.Digest => AuditBreak.Changed,
        _ when entry.Previous != previous => AuditBreak.Missing,
        { Origin: { } origin, OriginSalt: var salt } when AuditDigest.OfOrigin(salt ?? "", origin) != entry.OriginSeal => AuditBreak.OriginChanged,
        _ => null,
    };
}
