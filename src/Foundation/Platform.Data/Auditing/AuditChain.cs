using Microsoft.EntityFrameworkCore;

namespace Platform.Data.Auditing;

/// <summary>
/// Gives the entries of a save their places in the chain. Within the transaction of the save, the head is locked by an update that changes nothing;
/// whoever comes second waits until the first has committed or given up, and then reads where the chain ends. Entries and head are written by one save:
/// together or not at all, also where the caller's own transaction goes on after a save that failed.
/// </summary>
internal static class AuditChain
{
    public static async Task<int> SaveAsync(
        DbContext db, bool accept, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancellation)
    {
        var entries = NewIn(db);
        if (entries.Count == 0)
        {
            return await save(accept, cancellation);
        }

        if (db.Database.CurrentTransaction is not null)
        {
            return await SealAndSaveAsync(db, entries, accept, save, cancellation);
        }

        // A commit whose answer was lost is looked up by the digest, not done again.
        var saved = 0;
        await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async stop => saved = await SealAndSaveAsync(db, entries, accept: false, save, stop),
            stop =>
            {
                var last = entries[^1];
                return db.Set<AuditEntry>().AsNoTracking().AnyAsync(entry => entry.Sequence == last.Sequence && entry.Digest == last.Digest, stop);
            },
            cancellation);
        if (accept)
        {
            db.ChangeTracker.AcceptAllChanges();
        }

        return saved;
    }

    /// <summary>Saving acts means waiting for other writers, which no thread should do standing still.</summary>
    public static void RefuseToWait(DbContext db)
    {
        if (NewIn(db).Count > 0)
        {
            throw new InvalidOperationException("Entries of the audit trail are saved with SaveChangesAsync.");
        }
    }

    /// <summary>Waits for whoever holds the head, and holds it until the transaction ends.</summary>
    public static async Task TakeHeadAsync(DbContext db, CancellationToken cancellation)
    {
        if (await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, row => row.Sequence), cancellation) != 1)
        {
            throw new InvalidOperationException("The head of the audit trail is missing: somebody has removed it. Nothing was saved.");
        }
    }

    // Temporary keys grow in the order in which entries were added.
    private static List<AuditEntry> NewIn(DbContext db) =>
    [
        .. db.ChangeTracker.Entries<AuditEntry>()
            .Where(entry => entry.State == EntityState.Added)
            .OrderBy(entry => entry.Property(row => row.Id).CurrentValue)
            .Select(entry => entry.Entity),
    ];

    private static async Task<int> SealAndSaveAsync(
        DbContext db, List<AuditEntry> entries, bool accept, Func<bool, CancellationToken, Task<int>> save, CancellationToken cancellation)
    {
        await TakeHeadAsync(db, cancellation);
        var heads = db.Set<AuditHead>();
        var head = await heads.AsNoTracking().SingleAsync(cancellation);
        var (sequence, digest) = (head.Sequence, head.Digest);
        if (sequence == 0)
        {
            (sequence, digest) = await SealOldAsync(db, digest, cancellation);
            head = await heads.AsNoTracking().SingleAsync(cancellation);
        }

        foreach (var entry in entries)
        {
            entry.Seal(++sequence, digest);
            digest = entry.Digest!;
        }

        var moved = db.Attach(head);
        try
        {
            moved.Property(row => row.Sequence).CurrentValue = sequence;
            moved.Property(row => row.Digest).CurrentValue = digest;
            return await save(accept, cancellation) - 1;
        }
        finally
        {
            moved.State = EntityState.Detached;
        }
    }

    /// <summary>Entries that were written before there was a chain take their places before the first one that has one.</summary>
    private static async Task<(long Sequence, string Digest)> SealOldAsync(DbContext db, string digest, CancellationToken cancellation)
    {
        var sequence = 0L;
        foreach (var entry in await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id).ToListAsync(cancellation))
        {
            entry.Seal(++sequence, digest);
            digest = entry.Digest!;
            await db.Set<AuditEntry>().Where(row => row.Id == entry.Id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Sequence, entry.Sequence)
                    .SetProperty(row => row.Previous, entry.Previous)
                    .SetProperty(row => row.Digest, entry.Digest),
                cancellation);
        }

        await db.Set<AuditHead>().ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sequence, sequence).SetProperty(row => row.Digest, digest), cancellation);
        return (sequence, digest);
    }
}
